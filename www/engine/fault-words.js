// @ts-check
// The sentences of fault.js in other languages than English, loaded when one of them is needed. Each `{}` is a placeholder,
// filled in order.

/** @type {Record<string, Record<string, string>>} */
export const SENTENCES = {
  ar: {
    'wasm-missing': 'تعذّر تحميل المقارنة؛ تبقى المقالات كما هي.',
    'wasm-corrupt': 'ملف المقارنة تالف؛ تبقى المقالات كما هي.',
    'wasm-refused': 'لا تسمح هذه الصفحة بـ WebAssembly، لذلك تبقى المقالات بلا مقارنة.',
    crashed: 'توقفت المقارنة على نحو غير متوقع؛ لم يضع شيء مما أدخلته.',
    input: 'لا يمكن قراءة هذه المقالات.',
    'story-missing': 'تعذّر تحميل القصة.',
    'story-invalid': 'هذا الملف ليس قصة يمكن عرضها هنا.',
    'story-version': 'تقول هذه القصة إنها «{}»؛ ولا يمكن قراءة غير «{}».',
    'link-cut': 'هذا الرابط تالف أو مبتور؛ اطلبه من جديد.',
    restarted: 'توقف العرض على نحو غير متوقع ثم بدأ من جديد؛ لم يضع شيء مما أدخلته.',
  },
  de: {
    'wasm-missing': 'Der Vergleich konnte nicht geladen werden; die Artikel stehen hier, wie sie sind.',
    'wasm-corrupt': 'Die Datei mit dem Vergleich ist beschädigt; die Artikel stehen hier, wie sie sind.',
    'wasm-refused': 'Diese Seite erlaubt kein WebAssembly; die Artikel stehen hier ohne Vergleich.',
    crashed: 'Der Vergleich ist unerwartet abgebrochen; nichts, was Sie eingegeben haben, ist verloren.',
    input: 'Diese Artikel lassen sich nicht lesen.',
    'story-missing': 'Die Geschichte konnte nicht geladen werden.',
    'story-invalid': 'Diese Datei ist keine Geschichte, die hier gezeigt werden kann.',
    'story-version': 'Diese Geschichte nennt sich „{}“; nur „{}“ lässt sich lesen.',
    'link-cut': 'Dieser Link ist beschädigt oder abgeschnitten; bitten Sie noch einmal darum.',
    restarted:
      'Die Ansicht ist unerwartet abgebrochen und wurde neu gestartet; nichts, was Sie eingegeben haben, ist verloren.',
  },
  es: {
    'wasm-missing': 'No se pudo cargar la comparación; los artículos quedan como están.',
    'wasm-corrupt': 'El archivo de la comparación está dañado; los artículos quedan como están.',
    'wasm-refused': 'Esta página no permite WebAssembly; los artículos quedan sin comparación.',
    crashed: 'La comparación se detuvo de forma inesperada; no se ha perdido nada de lo que escribió.',
    input: 'Estos artículos no se pueden leer.',
    'story-missing': 'No se pudo cargar la historia.',
    'story-invalid': 'Este archivo no es una historia que se pueda mostrar aquí.',
    'story-version': 'Esta historia dice ser «{}»; solo se puede leer «{}».',
    'link-cut': 'Este enlace está dañado o incompleto; pídalo de nuevo.',
    restarted: 'La vista se detuvo de forma inesperada y se ha reiniciado; no se ha perdido nada de lo que escribió.',
  },
  fr: {
    'wasm-missing': 'La comparaison n’a pas pu être chargée ; les articles restent tels quels.',
    'wasm-corrupt': 'Le fichier de la comparaison est endommagé ; les articles restent tels quels.',
    'wasm-refused': 'Cette page n’autorise pas WebAssembly ; les articles restent sans comparaison.',
    crashed: 'La comparaison s’est arrêtée de façon inattendue ; rien de ce que vous avez saisi n’est perdu.',
    input: 'Ces articles ne peuvent pas être lus.',
    'story-missing': 'Le dossier n’a pas pu être chargé.',
    'story-invalid': 'Ce fichier n’est pas un dossier qui puisse être affiché ici.',
    'story-version': 'Ce dossier dit être « {} » ; seul « {} » peut être lu.',
    'link-cut': 'Ce lien est endommagé ou incomplet ; redemandez-le.',
    restarted:
      'La vue s’est arrêtée de façon inattendue et a été relancée ; rien de ce que vous avez saisi n’est perdu.',
  },
};

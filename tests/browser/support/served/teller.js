// @ts-check
// Sends the frame its story once it asks.
addEventListener('message', ({ data, source }) => {
  if (data?.type !== 'diptych:loaded') return;
  source.postMessage({ type: 'diptych:story', story: JSON.parse(document.querySelector('#story').textContent) }, '*');
});

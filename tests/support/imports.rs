//! Which file of a crate imports from which, read from its source, and whether some do so in a circle.

use std::collections::{BTreeMap, BTreeSet};

/// The files of `src/`, by their path from there without the ending: `text/token`, `text/mod`, `compare`.
pub(crate) struct Files(BTreeMap<String, String>);

impl Files {
    /// Files by name, each with its code.
    pub(crate) fn of(files: impl IntoIterator<Item = (String, String)>) -> Self {
        Self(files.into_iter().collect())
    }

    /// The file that a module path from the crate's root names, and what of the path is left: the names in it.
    fn file_of<'p>(&self, path: &'p [String]) -> Option<(String, &'p [String])> {
        (1..=path.len()).rev().find_map(|len| {
            let (module, rest) = path.split_at(len);
            let name = module.join("/");
            [name.clone(), format!("{name}/mod")]
                .into_iter()
                .find(|n| self.0.contains_key(n))
                .map(|n| (n, rest))
        })
    }

    /// The file that says what an item is, which another may only pass on by `pub use`.
    fn home(&self, path: &[String], depth: usize) -> Option<String> {
        let (file, rest) = self.file_of(path)?;
        let passed_on = rest.first().filter(|_| depth < 8).and_then(|item| {
            let uses = paths_used(self.0.get(&file)?, &file).into_iter();
            uses.filter(|used| used.public).find(|used| used.path.last() == Some(item)).map(|used| used.path)
        });
        match passed_on {
            Some(path) => self.home(&path, depth + 1),
            None => Some(file),
        }
    }

    /// For each file the files that it imports from.
    pub(crate) fn imports(&self) -> BTreeMap<&str, BTreeSet<String>> {
        let mut imports = BTreeMap::new();
        for (name, code) in &self.0 {
            let used = paths_used(code, name).into_iter().filter(|used| !used.public);
            let homes = used.filter_map(|used| self.home(&used.path, 0)).filter(|home| home != name);
            imports.insert(name.as_str(), homes.collect());
        }
        imports
    }
}

/// A path that a file names, from the crate's root.
struct Used {
    path: Vec<String>,
    /// Whether it is only passed on.
    public: bool,
}

/// All paths in `code` that begin with `crate`, `super`, `self` or, behind `use`, with a module of the file's own.
fn paths_used(code: &str, file: &str) -> Vec<Used> {
    let mut module: Vec<String> = file.split('/').map(str::to_owned).collect();
    if module.last().is_some_and(|last| last == "mod") {
        module.pop();
    }
    let parent = module.split_last().map_or(&[][..], |(_, rest)| rest).to_vec();
    let mut used = Vec::new();
    for (at, word) in code.match_indices("::").filter_map(|(at, _)| {
        let start = code[..at].rfind(|c: char| !c.is_alphanumeric() && c != '_').map_or(0, |i| i + 1);
        Some((start, &code[start..at])).filter(|_| !code[..start].ends_with("::"))
    }) {
        let statement = code[..at].rfind([';', '}']).map_or(0, |i| i + 1);
        let before = code[statement..at].trim_start();
        let is_use = before.starts_with("use ") || before.contains("pub use ") || before.contains(") use ");
        let public = is_use && before.starts_with("pub");
        let mut base = match word {
            "crate" => Vec::new(),
            "self" => module.clone(),
            "super" => parent.clone(),
            own if code.contains(&format!("mod {own};")) => [&module[..], &[own.to_owned()]].concat(),
            _ => continue,
        };
        let mut rest = &code[at + word.len() + 2..];
        while let Some(further) = rest.strip_prefix("super::") {
            base.pop();
            rest = further;
        }
        for path in tree(rest) {
            used.push(Used { path: [&base[..], &path].concat(), public });
        }
    }
    used
}

/// `a::{b::C, d}` gives `a b C` and `a d`.
fn tree(text: &str) -> Vec<Vec<String>> {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    if let Some(further) = rest.strip_prefix("::").filter(|_| !word.is_empty()) {
        return tree(further).into_iter().map(|tail| [vec![word.to_owned()], tail].concat()).collect();
    }
    let Some(list) = rest.strip_prefix('{').filter(|_| word.is_empty()) else {
        return vec![if word.is_empty() || word == "self" { Vec::new() } else { vec![word.to_owned()] }];
    };
    let (mut depth, mut start, mut paths) = (0, 0, Vec::new());
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            '}' | ',' if depth == 0 => {
                if !list[start..at].trim().is_empty() {
                    paths.extend(tree(list[start..at].trim()));
                }
                start = at + 1;
                if c == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    paths
}

/// Groups of files of which each imports all others, by whatever way round.
pub(crate) fn circles(imports: &BTreeMap<&str, BTreeSet<String>>) -> Vec<Vec<String>> {
    let mut seen_from: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for &from in imports.keys() {
        let mut seen = BTreeSet::new();
        let mut next = vec![from];
        while let Some(file) = next.pop() {
            let files = imports.get(file).into_iter().flatten().map(String::as_str);
            next.extend(files.filter(|&file| seen.insert(file)));
        }
        seen_from.insert(from, seen);
    }
    let reaches = |from: &str, to: &str| seen_from.get(from).is_some_and(|seen| seen.contains(to));
    let mut found = BTreeSet::new();
    for &file in imports.keys().filter(|file| reaches(file, file)) {
        let circle = imports.keys().filter(|other| reaches(file, other) && reaches(other, file));
        found.insert(circle.map(|&file| file.to_owned()).collect::<Vec<_>>());
    }
    found.into_iter().collect()
}

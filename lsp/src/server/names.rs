//! Addresses of the protocol and paths of the compiler.

use std::path::Path;
use tower_lsp_server::ls_types::Uri;

/// How addresses become paths. Files of the library stand in a folder for editors to read, and go by `std/…`.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// The folder of the library.
    pub library: Option<String>,
}

/// Texts that were never saved have no path; they get one that ends like a source file.
const UNSAVED: &str = "untitled:";

/// Files of this machine.
const FILE: &str = "file:";

/// True for texts of this machine, saved or not. What editors show of other states (`git:/…`) is no part of a model.
pub fn is_ours(uri: &Uri) -> bool {
    uri.as_str().starts_with(FILE) || uri.as_str().starts_with(UNSAVED)
}

impl Names {
    /// The path of an address. What is not ours has one that no file has.
    pub fn path(&self, uri: &Uri) -> String {
        if uri.as_str().starts_with(UNSAVED) {
            return format!("{}.tm", uri.as_str());
        }
        let path = uri.to_file_path().filter(|_| is_ours(uri));
        let path = path.map_or_else(|| uri.as_str().to_owned(), |path| text(&path));
        let inside = self.library.as_ref().and_then(|library| path.strip_prefix(library.as_str()));
        match inside.and_then(|inside| inside.strip_prefix('/')) {
            Some(inside) => inside.to_owned(),
            None => path,
        }
    }

    /// The address of a path.
    pub fn uri(&self, path: &str) -> Option<Uri> {
        if path.starts_with(UNSAVED) {
            return path.trim_end_matches(".tm").parse().ok();
        }
        match path.strip_prefix("std/") {
            Some(_) => Uri::from_file_path(format!("{}/{path}", self.library.as_ref()?)),
            None => Uri::from_file_path(path),
        }
    }
}

/// A path with `/` on every system.
pub fn text(path: &Path) -> String {
    let text = path.to_string_lossy();
    if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_states_of_a_file_are_not_the_file() {
        let names = Names::default();
        for address in ["git:/models/a.tm?ref", "gitlens://abc/models/a.tm", "fugitive:///models/.git//0/a.tm"] {
            let uri: Uri = address.parse().expect("an address");
            assert!(!is_ours(&uri), "{address}");
            assert_eq!(names.path(&uri), address);
        }
    }

    #[test]
    fn addresses_and_paths_lead_to_each_other() {
        let names = Names { library: Some("/cache/lib".into()) };
        for path in ["/models/a b/ü.tm", "std/web/injection.tm", "untitled:Untitled-1.tm"] {
            let uri = names.uri(path).expect("an address");
            assert_eq!(names.path(&uri), path, "{}", uri.as_str());
        }
    }
}

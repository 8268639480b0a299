//! The standard library of tm, embedded: packages of `.tm` files and the templates of the reports.
//!
//! Every folder beside this crate's `src` that holds a `tm.toml` is a package: `web/` is `std.web`,
//! and its files go by the virtual path `std/web/<file>.tm`. Nothing is read or parsed here.

/// An embedded file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct File {
    /// Its virtual path: `std/web/injection.tm`, or a template's path below `templates/`.
    pub path: &'static str,
    /// Its text.
    pub text: &'static str,
}

struct Package {
    name: &'static str,
    files: &'static [File],
}

static PACKAGES: &[Package] = include!(concat!(env!("OUT_DIR"), "/packages.rs"));
static TEMPLATES: &[File] = include!(concat!(env!("OUT_DIR"), "/templates.rs"));

/// Version of the library; it is released with the compiler.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Names of all packages, sorted.
pub fn packages() -> impl Iterator<Item = &'static str> {
    PACKAGES.iter().map(|package| package.name)
}

/// The files of a package, tests included, sorted by path; none where there is no such package.
pub fn files(package: &str) -> &'static [File] {
    let found = PACKAGES.iter().find(|known| known.name == package);
    found.map_or(&[], |package| package.files)
}

/// The templates, sorted by path.
pub fn templates() -> &'static [File] {
    TEMPLATES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_have_files_under_their_virtual_path() {
        let names: Vec<&str> = packages().collect();
        assert!(names.contains(&"std.core") && names.contains(&"std.web"));
        assert!(names.is_sorted());
        for name in names {
            let prefix = format!("{}/", name.replace('.', "/"));
            assert!(!files(name).is_empty());
            assert!(files(name).iter().all(|file| file.path.starts_with(&prefix) && !file.text.is_empty()));
            assert!(files(name).is_sorted_by_key(|file| file.path));
        }
    }

    #[test]
    fn an_unknown_package_is_empty() {
        assert!(files("std.nothing").is_empty());
    }

    #[test]
    fn the_reports_are_there() {
        let paths: Vec<&str> = templates().iter().map(|file| file.path).collect();
        assert!(["report.html", "report.md", "diagram.dot", "diagram.mmd"].iter().all(|name| paths.contains(name)));
    }
}

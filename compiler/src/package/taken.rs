//! Names of packages that belong to another: ids begin with them, so no two packages of an analysis share one.

use crate::codes;
use crate::diagnostic::Diagnostic;
use crate::source::Span;

/// What the names of all packages of the library begin with.
const LIBRARY: &str = "std";

/// True for names that only packages of the library have.
pub(super) fn is_of_library(name: &str) -> bool {
    name.split('.').next() == Some(LIBRARY)
}

/// A name of the library where somebody else's package or dependency has it.
pub(super) fn by_library(name: &str, span: Span) -> Diagnostic {
    Diagnostic::new(codes::TAKEN_NAME, span, format!("the name `{name}` belongs to the standard library"))
        .label(format!("so does `{LIBRARY}` and every name below it"))
        .help(
            "choose another name; to change rules of the library write `extend` and `disable` in a package of your own",
        )
}

/// A name that a package has that was read before.
pub(super) fn by_another(name: &str, folder: &str, span: Span) -> Diagnostic {
    let other = if folder.is_empty() { "." } else { folder };
    Diagnostic::new(codes::TAKEN_NAME, span, format!("two packages are called `{name}`"))
        .label(format!("the package in `{other}` has this name, too"))
        .help("give one of them another `name` in its `tm.toml`: ids of threats begin with it")
}

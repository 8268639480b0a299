//! `tm --version`: of the program, the language and the library.

use crate::console::Console;
use crate::exit::Exit;

pub(super) fn run(console: &mut Console) -> Exit {
    console.print(&format!(
        "tm {}\nlanguage {}\nlibrary {}\n",
        env!("CARGO_PKG_VERSION"),
        tm_compiler::package::manifest::LANGUAGE,
        tm_stdlib::VERSION,
    ));
    Exit::Clean
}

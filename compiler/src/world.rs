//! The compiler's only window to the outside: sources, the embedded library, today's date.

use crate::evidence::Evidence;
use jiff::civil::Date;
use std::borrow::Cow;
use std::sync::Arc;

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// There is no such file.
    Missing,
    /// It is there but cannot be read; the text says why.
    Failed(String),
}

/// A file of the embedded library.
#[derive(Clone, Debug)]
pub struct EmbeddedFile {
    /// Virtual path, `std/web/injection.tm`.
    pub path: Cow<'static, str>,
    /// Its text.
    pub text: Cow<'static, str>,
}

/// What a host (command line, language server, test) supplies. Paths use `/` on every system.
pub trait World {
    /// The package to analyse: a folder, or one `.tm` file.
    fn entry(&self) -> String;

    /// Today's date in UTC.
    fn today(&self) -> Date;

    /// The bytes of a file.
    ///
    /// # Errors
    /// [`ReadError::Missing`] where there is no such file, [`ReadError::Failed`] where it cannot be read.
    fn read(&self, path: &str) -> Result<Vec<u8>, ReadError>;

    /// Paths of all `.tm` files below a folder, sorted; folders with a `tm.toml` of their own are left out.
    ///
    /// # Errors
    /// [`ReadError::Missing`] where there is no such folder, [`ReadError::Failed`] where it cannot be read.
    fn list(&self, folder: &str) -> Result<Vec<String>, ReadError>;

    /// True where the path is a folder.
    fn is_folder(&self, path: &str) -> bool;

    /// The files of an embedded package, sorted by path; none where there is no such package.
    fn embedded(&self, package: &str) -> Vec<EmbeddedFile>;

    /// Names of all embedded packages, sorted.
    fn embedded_packages(&self) -> Vec<String>;

    /// Version of the embedded library.
    fn library_version(&self) -> String;

    /// What scanners and tests found; nothing, where the host was given nothing.
    fn evidence(&self) -> Arc<Evidence> {
        Arc::default()
    }
}

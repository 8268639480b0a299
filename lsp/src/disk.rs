//! What was read from the disk, kept until somebody says that it changed: a study with every key must not read it all.

use jiff::civil::Date;
use std::cell::RefCell;
use std::collections::BTreeMap;
use tm_compiler::world::{EmbeddedFile, ReadError, World};

/// A World that reads each file and folder once.
pub struct Remembered {
    below: Box<dyn World>,
    files: RefCell<BTreeMap<String, Result<Vec<u8>, ReadError>>>,
    folders: RefCell<BTreeMap<String, Result<Vec<String>, ReadError>>>,
}

impl Remembered {
    /// A World that has read nothing yet.
    pub fn new(below: Box<dyn World>) -> Self {
        Self { below, files: RefCell::default(), folders: RefCell::default() }
    }
}

impl World for Remembered {
    fn entry(&self) -> String {
        self.below.entry()
    }

    fn today(&self) -> Date {
        self.below.today()
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, ReadError> {
        self.files.borrow_mut().entry(path.to_owned()).or_insert_with(|| self.below.read(path)).clone()
    }

    fn list(&self, folder: &str) -> Result<Vec<String>, ReadError> {
        self.folders.borrow_mut().entry(folder.to_owned()).or_insert_with(|| self.below.list(folder)).clone()
    }

    fn is_folder(&self, path: &str) -> bool {
        self.below.is_folder(path)
    }

    fn embedded(&self, package: &str) -> Vec<EmbeddedFile> {
        self.below.embedded(package)
    }

    fn embedded_packages(&self) -> Vec<String> {
        self.below.embedded_packages()
    }

    fn library_version(&self) -> String {
        self.below.library_version()
    }
}

//! Writing so that nothing is ever half there: all files are written beside their places first, then renamed.

use crate::bounds;
use crate::exit::Failure;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// What writing needs of a file system; tests bring one that fills up.
pub trait Disk {
    /// Makes a folder; its parent exists.
    fn make_folder(&mut self, path: &Path) -> io::Result<()>;
    /// True where something is at the path.
    fn exists(&self, path: &Path) -> bool;
    /// True where a folder is at the path.
    fn is_folder(&self, path: &Path) -> bool;
    /// Writes a whole file.
    fn write(&mut self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    /// Moves a file over another.
    fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file, or a folder that is empty.
    fn remove(&mut self, path: &Path) -> io::Result<()>;
}

/// The disk of this machine.
pub struct RealDisk;

impl Disk for RealDisk {
    fn make_folder(&mut self, path: &Path) -> io::Result<()> {
        fs::create_dir(path)
    }

    fn exists(&self, path: &Path) -> bool {
        path.exists()
    }

    fn is_folder(&self, path: &Path) -> bool {
        path.is_dir()
    }

    fn write(&mut self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let mut file = fs::File::create(path)?;
        file.write_all(bytes)
    }

    fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        if let Ok(about) = fs::metadata(to) {
            fs::set_permissions(from, about.permissions())?;
        }
        fs::rename(from, to)
    }

    fn remove(&mut self, path: &Path) -> io::Result<()> {
        fs::remove_file(path).or_else(|_| fs::remove_dir(path))
    }
}

/// A file to be: its path below the output folder, and its bytes.
pub type Output = (String, Vec<u8>);

/// Writes files into a folder: all of them or none.
///
/// # Errors
/// Where the disk refuses; what was there before is then as it was.
pub fn write_folder(disk: &mut dyn Disk, folder: &Path, files: &[Output]) -> Result<(), Failure> {
    stays(folder)?;
    let mut made = Vec::new();
    let mut drafts = Vec::new();
    let written = draft_all(disk, folder, files, &mut made, &mut drafts);
    let written = written.and_then(|()| publish(disk, &drafts));
    if written.is_err() {
        tidy(disk, &drafts, &made);
    }
    written
}

/// Writes one file, whole or not at all.
///
/// # Errors
/// Where the disk refuses.
pub fn write_file(disk: &mut dyn Disk, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let special = fs::metadata(path).is_ok_and(|about| !about.is_file() && !about.is_dir());
    if special {
        let written = disk.write(path, bytes);
        return written.map_err(|error| Failure::io("write", path, &error));
    }
    stays(path)?;
    // A link stays a link: what it points to is written.
    let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let draft = draft_of(&place);
    let written = disk.write(&draft, bytes).and_then(|()| disk.rename(&draft, &place));
    written.map_err(|error| {
        tidy(disk, &[(draft, place)], &[]);
        Failure::io("write", path, &error)
    })
}

/// Refuses a link out of the repository: it may have come with a change of somebody else's.
fn stays(path: &Path) -> Result<(), Failure> {
    match bounds::leaving(path) {
        Some(link) => Err(Failure::new(format!("cannot write `{}`: {}", path.display(), bounds::told(&link)))),
        None => Ok(()),
    }
}

fn draft_all(
    disk: &mut dyn Disk,
    folder: &Path,
    files: &[Output],
    made: &mut Vec<PathBuf>,
    drafts: &mut Vec<(PathBuf, PathBuf)>,
) -> Result<(), Failure> {
    make_folders(disk, folder, made)?;
    for (name, bytes) in files {
        let place = folder.join(name);
        if let Some(parent) = place.parent() {
            make_folders(disk, parent, made)?;
        }
        let draft = draft_of(&place);
        drafts.push((draft.clone(), place.clone()));
        disk.write(&draft, bytes).map_err(|error| Failure::io("write", &place, &error))?;
    }
    Ok(())
}

fn make_folders(disk: &mut dyn Disk, folder: &Path, made: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let missing: Vec<&Path> =
        folder.ancestors().take_while(|path| !path.as_os_str().is_empty() && !disk.exists(path)).collect();
    let nearest = folder.ancestors().find(|path| !path.as_os_str().is_empty() && disk.exists(path));
    if let Some(file) = nearest.filter(|path| !disk.is_folder(path)) {
        return Err(Failure::new(format!(
            "cannot write to `{}`: `{}` is a file, not a folder",
            folder.display(),
            file.display()
        )));
    }
    for path in missing.into_iter().rev() {
        disk.make_folder(path).map_err(|error| Failure::io("make the folder", path, &error))?;
        made.push(path.to_owned());
    }
    Ok(())
}

fn publish(disk: &mut dyn Disk, drafts: &[(PathBuf, PathBuf)]) -> Result<(), Failure> {
    for (draft, place) in drafts {
        disk.rename(draft, place).map_err(|error| Failure::io("write", place, &error))?;
    }
    Ok(())
}

/// Takes away what a failed attempt left; what cannot be taken away stays.
fn tidy(disk: &mut dyn Disk, drafts: &[(PathBuf, PathBuf)], made: &[PathBuf]) {
    for (draft, _) in drafts {
        let _ = disk.remove(draft);
    }
    for folder in made.iter().rev() {
        let _ = disk.remove(folder);
    }
}

/// Where a file waits until all are written: beside its place, hidden.
fn draft_of(place: &Path) -> PathBuf {
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    place.with_file_name(format!(".{name}.tm-{}", std::process::id()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The real disk until a number of bytes is written.
    struct Filling {
        room: usize,
    }

    impl Disk for Filling {
        fn make_folder(&mut self, path: &Path) -> io::Result<()> {
            RealDisk.make_folder(path)
        }
        fn exists(&self, path: &Path) -> bool {
            RealDisk.exists(path)
        }
        fn is_folder(&self, path: &Path) -> bool {
            RealDisk.is_folder(path)
        }
        fn write(&mut self, path: &Path, bytes: &[u8]) -> io::Result<()> {
            let fits = bytes.len().min(self.room);
            self.room -= fits;
            RealDisk.write(path, &bytes[..fits])?;
            if fits < bytes.len() {
                return Err(io::Error::from(io::ErrorKind::StorageFull));
            }
            Ok(())
        }
        fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()> {
            RealDisk.rename(from, to)
        }
        fn remove(&mut self, path: &Path) -> io::Result<()> {
            RealDisk.remove(path)
        }
    }

    fn files() -> Vec<Output> {
        let names = ["report.html", "diagrams/a.svg", "analysis.json"];
        names.map(|name| (name.to_owned(), vec![b'x'; 10])).to_vec()
    }

    fn below(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn all_files_are_there_and_nothing_else() {
        let dir = tempfile::tempdir().unwrap();
        let out = dir.path().join("a/b");
        write_folder(&mut RealDisk, &out, &files()).unwrap();
        assert_eq!(below(&out), ["analysis.json", "diagrams", "report.html"]);
        assert_eq!(below(&out.join("diagrams")), ["a.svg"]);
    }

    #[test]
    fn a_full_disk_leaves_no_new_folder() {
        for room in 0..30 {
            let dir = tempfile::tempdir().unwrap();
            let out = dir.path().join("a/b");
            let failure = write_folder(&mut Filling { room }, &out, &files()).unwrap_err();
            assert!(failure.message.contains("no storage space"), "{failure}");
            assert!(below(dir.path()).is_empty(), "room for {room}");
        }
    }

    #[test]
    fn a_full_disk_leaves_the_old_files() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("report.html"), "old").unwrap();
        fs::write(dir.path().join("own.txt"), "mine").unwrap();
        write_folder(&mut Filling { room: 25 }, dir.path(), &files()).unwrap_err();
        assert_eq!(below(dir.path()), ["own.txt", "report.html"]);
        assert_eq!(fs::read(dir.path().join("report.html")).unwrap(), b"old");
    }

    #[test]
    fn one_file_is_whole_or_as_it_was() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a.tm");
        write_file(&mut RealDisk, &path, b"first").unwrap();
        write_file(&mut Filling { room: 3 }, &path, b"second").unwrap_err();
        assert_eq!(fs::read(&path).unwrap(), b"first");
        assert_eq!(below(dir.path()), ["a.tm"]);
    }
}

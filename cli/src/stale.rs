//! Pictures of an earlier build that this one has no use for: a view that is gone must not stay in the folder as if it were there.

use crate::write::Output;
use std::fs;
use std::path::Path;

/// How the pictures that tm writes begin; nothing else is ever taken away.
const OURS: &[u8] = b"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"tm-diagram\"";
/// Where they are, below the output folder.
const FOLDER: &str = "diagrams";

/// Takes away the pictures below a folder that are ours and were not written now. What cannot be taken away stays.
pub fn remove(out: &Path, written: &[Output]) {
    let Ok(entries) = fs::read_dir(out.join(FOLDER)) else { return };
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let current = format!("{FOLDER}/{name}");
        if written.iter().all(|(name, _)| *name != current) && is_ours(&path) {
            let _ = fs::remove_file(&path);
        }
    }
}

fn is_ours(path: &Path) -> bool {
    use std::io::Read as _;
    let mut start = Vec::new();
    let read = fs::File::open(path).and_then(|file| file.take(OURS.len() as u64).read_to_end(&mut start));
    read.is_ok() && start == OURS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_old_pictures_go() {
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path();
        fs::create_dir(out.join(FOLDER)).unwrap();
        let ours = String::from_utf8_lossy(OURS).into_owned();
        let put = |name: &str, text: &str| fs::write(out.join(FOLDER).join(name), text).unwrap();
        put("old.svg", &format!("{ours} width=\"1\"/>"));
        put("kept.svg", &format!("{ours} width=\"1\"/>"));
        put("theirs.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        remove(out, &[("diagrams/kept.svg".to_owned(), Vec::new())]);
        let left = |name: &str| out.join(FOLDER).join(name).exists();
        assert!(!left("old.svg") && left("kept.svg") && left("theirs.svg"));
    }
}

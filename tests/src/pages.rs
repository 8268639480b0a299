//! The examples on the pages of the errors: fenced blocks that begin with ```` ```tm,fails ```` or ```` ```tm,passes ````.
//!
//! All blocks of a page with the same word form one World. Words that may follow, separated by spaces:
//! - `file=PATH`: the path of the block's file, `main.tm` where nothing is said; the first `.tm` file is the entry;
//! - `encoding=latin1`: the file is saved in that encoding instead of UTF-8;
//! - `lines=N`: the block is repeated until it has N lines;
//! - `also=CODE`: the example shows this error besides;
//! - `reads=FORMAT`: the file describes what is built, and the model is compared with it.

use crate::world::Memory;
use tm_compiler::drift::{Format, Infrastructure};

/// A fenced block.
#[derive(Clone, Debug, Default)]
pub struct Example {
    words: Vec<String>,
    text: String,
}

impl Example {
    fn word(&self, name: &str) -> Option<&str> {
        self.words.iter().find_map(|word| word.strip_prefix(name)?.strip_prefix('='))
    }

    fn path(&self) -> &str {
        self.word("file").unwrap_or("main.tm")
    }

    fn bytes(&self) -> Vec<u8> {
        let lines = self.word("lines").and_then(|lines| lines.parse().ok());
        let times = lines.map_or(1, |lines: usize| lines.div_ceil(self.text.lines().count().max(1)));
        let text = self.text.repeat(times);
        match self.word("encoding") {
            Some("latin1") => text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect(),
            _ => text.into_bytes(),
        }
    }
}

/// The blocks of a page that begin with `tm,` and a word.
pub fn examples(page: &str, word: &str) -> Vec<Example> {
    let mut found = Vec::new();
    let mut open: Option<Example> = None;
    for line in page.lines() {
        match (&mut open, line.strip_prefix("```")) {
            (None, Some(info)) => {
                open =
                    Some(Example { words: info.split_whitespace().map(str::to_owned).collect(), text: String::new() });
            }
            (Some(_), Some("")) => found.extend(open.take()),
            (Some(example), _) => {
                example.text.push_str(line);
                example.text.push('\n');
            }
            (None, None) => {}
        }
    }
    let first = format!("tm,{word}");
    found.retain(|example| example.words.first() == Some(&first));
    found
}

/// The World of some blocks; `None` where there are none.
pub fn world(examples: &[Example]) -> Option<Memory> {
    let entry = examples.iter().find(|example| example.path().ends_with(".tm"))?;
    let empty = Memory::at(entry.path());
    Some(examples.iter().fold(empty, |world, example| world.file(example.path(), example.bytes())))
}

/// What is built, where some blocks describe it.
pub fn built(examples: &[Example]) -> Option<Infrastructure> {
    let mut infrastructure = Infrastructure::default();
    for example in examples {
        let format = match example.word("reads") {
            Some("terraform") => Format::Terraform,
            Some("compose") => Format::Compose,
            Some("kubernetes") => Format::Kubernetes,
            Some("cloudformation") => Format::Cloudformation,
            _ => continue,
        };
        tm_pipeline::infrastructure::read(format, example.path(), &example.bytes(), &mut infrastructure);
    }
    (!infrastructure.files.is_empty()).then_some(infrastructure)
}

/// The codes that some blocks show besides the page's own.
pub fn also(examples: &[Example]) -> Vec<&str> {
    examples.iter().filter_map(|example| example.word("also")).collect()
}

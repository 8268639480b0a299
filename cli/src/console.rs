//! Standard output and standard error: colour where it is wanted, width, and readers that leave early.

use crate::args::Color;
use crate::exit::{Failure, reason};
use crate::terminal::style::{Ink, Style};
use crate::terminal::text::clean;
use std::io::{self, BufWriter, IsTerminal as _, Write};

/// Width where nobody says how wide the reader's screen is.
const WIDTH: usize = 80;
/// Lines longer than this are hard to read, however wide the screen.
const WIDEST: usize = 120;
const NARROWEST: usize = 40;

/// Where a command speaks.
pub struct Console {
    out: BufWriter<Box<dyn Write>>,
    err: Box<dyn Write>,
    failed: Option<io::Error>,
    /// Colours of standard output.
    pub style: Style,
    /// Colours of standard error.
    pub err_style: Style,
    /// Columns to fill.
    pub width: usize,
    /// True where standard output is a screen.
    pub out_is_screen: bool,
    /// True where standard error is a screen.
    pub err_is_screen: bool,
}

impl Console {
    /// The console of this process.
    pub fn of_process(color: Color) -> Self {
        let (out, err) = (io::stdout(), io::stderr());
        let screens = (out.is_terminal(), err.is_terminal());
        Console {
            out: BufWriter::with_capacity(1 << 16, Box::new(out)),
            err: Box::new(err),
            failed: None,
            style: Style::new(wanted(color, screens.0)),
            err_style: Style::new(wanted(color, screens.1)),
            width: width(screens.0),
            out_is_screen: screens.0,
            err_is_screen: screens.1,
        }
    }

    /// Prints to standard output.
    pub fn print(&mut self, text: &str) {
        // `write` below keeps what went wrong for `finish`.
        let _ = self.write_all(text.as_bytes());
    }

    /// Prints to standard error.
    pub fn say(&mut self, text: &str) {
        // A closed standard error leaves nobody to tell.
        let _ = self.err.write_all(text.as_bytes());
    }

    /// Prints why the command stopped.
    pub fn fail(&mut self, failure: &Failure) {
        let word = self.err_style.paint(Ink::Error, "error:");
        // Words of files, services and other programs stand in messages.
        let mut text = format!("{word} {}\n", clean(&failure.message));
        if !failure.help.is_empty() {
            let word = self.err_style.paint(Ink::Note, "help:");
            text.push_str(&format!("{word} {}\n", clean(&failure.help)));
        }
        self.say(&text);
    }

    /// Prints what is held back; true while somebody reads it.
    pub fn listened(&mut self) -> bool {
        if self.failed.is_none() {
            self.failed = self.out.flush().err();
        }
        self.failed.is_none()
    }

    /// Prints what is held back, and says whether all of it could be printed.
    ///
    /// # Errors
    /// Where standard output takes no more, unless its reader simply left.
    pub fn finish(&mut self) -> Result<(), Failure> {
        let flushed = self.out.flush();
        let failed = self.failed.take().or(flushed.err());
        match failed {
            Some(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(lost(&error)),
            _ => Ok(()),
        }
    }
}

/// After the first failure the rest goes nowhere: the exit code still tells of the model.
impl Write for Console {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.failed.is_none() {
            self.failed = self.out.write_all(bytes).err();
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Why what was printed is lost.
pub fn lost(error: &io::Error) -> Failure {
    Failure::new(format!("cannot write to standard output: {}", reason(error)))
}

fn wanted(color: Color, screen: bool) -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => screen && !dumb && !set("NO_COLOR"),
    }
}

fn width(screen: bool) -> usize {
    let stated = std::env::var("COLUMNS").ok().and_then(|text| text.parse().ok());
    let seen = || {
        if screen { terminal_size::terminal_size().map(|(width, _)| usize::from(width.0)) } else { None }
    };
    let width = stated.or_else(seen).unwrap_or(WIDTH);
    width.clamp(NARROWEST, WIDEST)
}

//! Data of SVG paths: read, kept within the field, written anew.

use super::drawing::FIELD;
use std::fmt::Write as _;

/// How far a drawing may reach beyond its field, for strokes that end there.
const MARGIN: f64 = 2.0;
/// The most numbers in one path.
const MOST_NUMBERS: usize = 1500;

/// What lengths of a file are multiplied by.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale(f64);

impl Scale {
    pub(super) fn new(factor: f64) -> Self {
        Scale(factor)
    }
}

/// The same path on our field.
///
/// # Errors
/// Where it cannot be read, or reaches beyond the field.
pub(super) fn checked(data: &str, scale: Scale) -> Result<String, String> {
    let mut walk =
        Walk { rest: data.as_bytes(), scale: scale.0, out: String::new(), count: 0, at: None, start: (0.0, 0.0) };
    walk.all()?;
    if walk.out.is_empty() {
        return Err("there is nothing in it".into());
    }
    Ok(walk.out)
}

struct Walk<'d> {
    rest: &'d [u8],
    scale: f64,
    out: String,
    count: usize,
    /// Where the pen is; nowhere before the first move.
    at: Option<(f64, f64)>,
    start: (f64, f64),
}

impl Walk<'_> {
    fn all(&mut self) -> Result<(), String> {
        loop {
            self.skip();
            let Some((letter, rest)) = self.rest.split_first() else {
                return Ok(());
            };
            let letter = char::from(*letter);
            let Some(wanted) = numbers(letter) else {
                return Err(format!("`{}` is no command", letter.escape_default()));
            };
            self.rest = rest;
            if self.at.is_none() && !letter.eq_ignore_ascii_case(&'m') {
                return Err("it does not begin with a move".into());
            }
            self.command(letter, wanted)?;
        }
    }

    /// One command with all its sets of numbers.
    fn command(&mut self, letter: char, wanted: usize) -> Result<(), String> {
        self.out.push(letter);
        if wanted == 0 {
            self.at = Some(self.start);
            return Ok(());
        }
        let (mut letter, mut first) = (letter, true);
        loop {
            self.skip();
            if !first && !self.rest.first().is_some_and(|sign| matches!(sign, b'0'..=b'9' | b'.' | b'-' | b'+')) {
                return Ok(());
            }
            self.set(letter, wanted, first)?;
            first = false;
            // Further points after a move are lines.
            letter = match letter {
                'm' => 'l',
                'M' => 'L',
                other => other,
            };
        }
    }

    fn set(&mut self, letter: char, wanted: usize, first: bool) -> Result<(), String> {
        let arc = letter.eq_ignore_ascii_case(&'a');
        let mut set = Vec::with_capacity(wanted);
        for place in 0..wanted {
            let number = if arc && (place == 3 || place == 4) { self.flag()? } else { self.number()? };
            let length = !(arc && (2..=4).contains(&place));
            let number = if length { number * self.scale } else { number };
            self.write(number, first && place == 0);
            set.push(number);
        }
        self.go(letter, &set)
    }

    /// Moves the pen, and sees that neither it nor a point that bends the line leaves the field.
    fn go(&mut self, letter: char, set: &[f64]) -> Result<(), String> {
        let (x, y) = self.at.unwrap_or_default();
        let from = if letter.is_ascii_lowercase() { (x, y) } else { (0.0, 0.0) };
        let points: Vec<(f64, f64)> = match (letter.to_ascii_lowercase(), set) {
            ('h', [to]) => vec![(from.0 + to, y)],
            ('v', [to]) => vec![(x, from.1 + to)],
            ('a', [rx, ry, _, _, _, to_x, to_y]) => {
                if !(0.0..=4.0 * FIELD).contains(rx) || !(0.0..=4.0 * FIELD).contains(ry) {
                    return Err("an arc is too wide".into());
                }
                vec![(from.0 + to_x, from.1 + to_y)]
            }
            _ => set.chunks(2).filter_map(|pair| Some((from.0 + pair.first()?, from.1 + pair.get(1)?))).collect(),
        };
        let field = -MARGIN..=FIELD + MARGIN;
        if points.iter().any(|(x, y)| !field.contains(x) || !field.contains(y)) {
            return Err("it reaches outside of the field".into());
        }
        let end = points.last().copied().unwrap_or((x, y));
        self.at = Some(end);
        if letter.eq_ignore_ascii_case(&'m') {
            self.start = end;
        }
        Ok(())
    }

    fn skip(&mut self) {
        while let Some((sign, rest)) = self.rest.split_first() {
            if !sign.is_ascii_whitespace() && *sign != b',' {
                return;
            }
            self.rest = rest;
        }
    }

    /// The flags of an arc may stand without anything between them.
    fn flag(&mut self) -> Result<f64, String> {
        self.skip();
        match self.rest.split_first() {
            Some((b'0', rest)) => {
                self.rest = rest;
                Ok(0.0)
            }
            Some((b'1', rest)) => {
                self.rest = rest;
                Ok(1.0)
            }
            _ => Err("an arc lacks a flag, 0 or 1".into()),
        }
    }

    fn number(&mut self) -> Result<f64, String> {
        self.skip();
        self.count += 1;
        if self.count > MOST_NUMBERS {
            return Err(format!("it has more than {MOST_NUMBERS} numbers"));
        }
        let length = length(self.rest);
        let (number, rest) = self.rest.split_at(length);
        let number = std::str::from_utf8(number).ok().and_then(|text| text.parse::<f64>().ok());
        self.rest = rest;
        number.filter(|number| number.is_finite()).ok_or_else(|| "a number is missing".into())
    }

    /// Writes a number as short as it can be, apart from the one before.
    fn write(&mut self, number: f64, first: bool) {
        let mut text = String::new();
        let _ = write!(text, "{}", (number * 100.0).round() / 100.0 + 0.0);
        let text = text.replacen("0.", ".", usize::from(text.starts_with("0.") || text.starts_with("-0.")));
        if !first && !text.starts_with('-') {
            self.out.push(' ');
        }
        self.out.push_str(&text);
    }
}

/// How many numbers a command takes; `None` for what is none.
fn numbers(letter: char) -> Option<usize> {
    Some(match letter.to_ascii_lowercase() {
        'z' => 0,
        'h' | 'v' => 1,
        'm' | 'l' | 't' => 2,
        's' | 'q' => 4,
        'c' => 6,
        'a' => 7,
        _ => return None,
    })
}

/// The length of the number that a text begins with.
fn length(text: &[u8]) -> usize {
    let digits =
        |from: usize| text.get(from..).unwrap_or_default().iter().take_while(|one| one.is_ascii_digit()).count();
    let mut at = usize::from(matches!(text.first(), Some(b'-' | b'+')));
    at += digits(at);
    if text.get(at) == Some(&b'.') {
        at += 1 + digits(at + 1);
    }
    if matches!(text.get(at), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(text.get(at + 1), Some(b'-' | b'+')));
        let power = digits(at + 1 + sign);
        if power > 0 {
            at += 1 + sign + power;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(data: &str) -> Result<String, String> {
        checked(data, Scale::new(1.0))
    }

    #[test]
    fn paths_are_written_anew() {
        assert_eq!(read(" M 1.50 2 , L3-4.0 ").unwrap_err(), "it reaches outside of the field");
        assert_eq!(read("M1.5.5l3-.4 1e0 2z m0,1").unwrap(), "M1.5 .5l3-.4 1 2zm0 1");
        assert_eq!(read("M2 12a2 2 0 014 0").unwrap(), "M2 12a2 2 0 0 1 4 0");
        assert_eq!(read("M1 1C1 2 3 4 5 6s1 1 2 2").unwrap(), "M1 1C1 2 3 4 5 6s1 1 2 2");
    }

    #[test]
    fn what_is_no_path_is_told() {
        for bad in
            ["", "L1 1", "M1", "M1 1X", "M1 1 2", "M1 1a1 1 0 2 0 1 1", "M1 1h1e99", "M1 1h99999", "Mé", "M1 1hNaN"]
        {
            assert!(read(bad).is_err(), "{bad}");
        }
        assert!(read(&format!("M1 1{}", "h0".repeat(2000))).unwrap_err().contains("1500 numbers"));
    }
}

//! From the text of an SVG file to what is drawn, in the small part of SVG that icons may use.
//!
//! What is read is written anew from numbers, so nothing of a file gets into a page but strokes and areas.

use super::path::{self, Scale};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::fmt::Write as _;
use std::ops::Range;

/// The field that every drawing is brought to.
pub(super) const FIELD: f64 = 24.0;
/// The largest file.
const MOST_BYTES: usize = 8 * 1024;
/// The most shapes of a drawing.
const MOST_SHAPES: usize = 40;

const SHAPES: &[&str] = &["path", "circle", "ellipse", "rect", "line", "polyline", "polygon"];
/// What the frame may say beside its field: how wide strokes are and how they end is the same for all icons.
const FRAME: &[&str] =
    &["xmlns", "viewBox", "width", "height", "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin"];

/// What is drawn on a field of 24 by 24: data of SVG paths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawing {
    /// What is drawn as lines.
    pub lines: String,
    /// What is filled.
    pub areas: String,
}

/// Why a file cannot be used as an icon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// What is wrong, in one line.
    pub message: String,
    /// Why there.
    pub label: &'static str,
    /// What to do; may be empty.
    pub help: String,
    /// Where in the text.
    pub at: Range<usize>,
}

/// Paint of a shape: as lines, filled.
#[derive(Clone, Copy, Debug)]
struct Paint {
    stroke: bool,
    fill: bool,
}

impl Drawing {
    /// Reads the text of a file.
    ///
    /// # Errors
    /// Where it is too large, no SVG, or uses more of SVG than icons may.
    pub fn read(text: &str) -> Result<Self, Mistake> {
        let mut artist = Artist { text, frame: None, drawing: Drawing::default(), shapes: 0 };
        if text.len() > MOST_BYTES {
            let message = format!("an icon has {MOST_BYTES} bytes at most, this file has {}", text.len());
            return Err(artist.mistake(0..0, message, "too large"));
        }
        artist.read()?;
        Ok(artist.drawing)
    }
}

struct Artist<'t> {
    text: &'t str,
    /// Scale and paint that the frame gives; `None` before it.
    frame: Option<(Scale, Paint)>,
    drawing: Drawing,
    shapes: usize,
}

impl Artist<'_> {
    fn mistake(&self, at: Range<usize>, message: impl Into<String>, label: &'static str) -> Mistake {
        // A tag over many lines is marked at its first.
        let line = self.text.get(at.clone()).and_then(|text| text.find('\n')).map_or(at.end, |end| at.start + end);
        Mistake { message: message.into(), label, help: String::new(), at: at.start..line }
    }

    fn read(&mut self) -> Result<(), Mistake> {
        let text = self.text;
        let mut reader = Reader::from_str(text);
        let (mut open, mut closed) = (0usize, false);
        loop {
            let start = place(reader.buffer_position(), text);
            let event = reader.read_event();
            let at = start..place(reader.buffer_position(), text);
            match event {
                Err(error) => {
                    let message = format!("the icon is no well-formed SVG: {error}");
                    return Err(self.mistake(at, message, "cannot be read from here"));
                }
                Ok(Event::Eof) => break,
                Ok(Event::Decl(_) | Event::Comment(_)) => {}
                Ok(Event::Text(words)) if words.iter().all(u8::is_ascii_whitespace) => {}
                Ok(Event::Start(tag)) if !closed => {
                    self.tag(&tag, open, at)?;
                    open += 1;
                }
                Ok(Event::Empty(tag)) if !closed => {
                    self.tag(&tag, open, at)?;
                    closed = open == 0;
                }
                Ok(Event::End(_)) => {
                    open = open.saturating_sub(1);
                    closed = open == 0;
                }
                Ok(_) => {
                    let message = "an icon holds nothing but its frame, its shapes and comments";
                    return Err(self.mistake(at, message, "is something else"));
                }
            }
        }
        self.whole(open)
    }

    /// What must be so at the end.
    fn whole(&self, open: usize) -> Result<(), Mistake> {
        let end = self.text.len();
        if open > 0 {
            return Err(self.mistake(end..end, "the icon is no well-formed SVG: it ends too early", "ends here"));
        }
        if self.drawing.lines.is_empty() && self.drawing.areas.is_empty() {
            return Err(self.mistake(0..0, "the icon shows nothing", "no shape has a stroke or a fill"));
        }
        Ok(())
    }

    fn tag(&mut self, tag: &BytesStart<'_>, depth: usize, at: Range<usize>) -> Result<(), Mistake> {
        let name = String::from_utf8_lossy(tag.name().as_ref()).into_owned();
        let attributes = self.attributes(tag, &at)?;
        match (depth, name.as_str()) {
            (0, "svg") => self.frame(&attributes, at),
            (1, shape) if SHAPES.contains(&shape) => self.shape(shape, &attributes, at),
            (0, _) => Err(self.mistake(at, "an icon is an `svg`", "is something else")),
            _ => {
                let mut found = self.mistake(at, format!("`{name}` is not allowed in an icon"), "not a plain shape");
                found.help = format!("shapes are {}, one beside the other", SHAPES.join(", "));
                Err(found)
            }
        }
    }

    fn attributes(&self, tag: &BytesStart<'_>, at: &Range<usize>) -> Result<Vec<(String, String)>, Mistake> {
        let mut found = Vec::new();
        for attribute in tag.attributes() {
            let read = attribute.ok().and_then(|one| {
                let name = String::from_utf8_lossy(one.key.as_ref()).into_owned();
                one.unescape_value().ok().map(|value| (name, value.into_owned()))
            });
            match read {
                Some(pair) => found.push(pair),
                None => return Err(self.mistake(at.clone(), "an attribute that cannot be read", "in this tag")),
            }
        }
        Ok(found)
    }

    fn frame(&mut self, attributes: &[(String, String)], at: Range<usize>) -> Result<(), Mistake> {
        self.only(attributes, FRAME, "svg", &at)?;
        let paint = self.paint(attributes, Paint { stroke: false, fill: true }, &at)?;
        let side = get(attributes, "viewBox").and_then(side);
        let Some(side) = side else {
            let mut found = self.mistake(at, "an icon says its field", "needs a square `viewBox` from 0 0");
            found.help = "write `viewBox=\"0 0 24 24\"`".into();
            return Err(found);
        };
        self.frame = Some((Scale::new(FIELD / side), paint));
        Ok(())
    }

    fn only(
        &self,
        attributes: &[(String, String)],
        known: &[&str],
        tag: &str,
        at: &Range<usize>,
    ) -> Result<(), Mistake> {
        let Some((name, _)) = attributes.iter().find(|(name, _)| !known.contains(&name.as_str())) else {
            return Ok(());
        };
        let message = format!("`{name}` is not allowed on `{tag}` in an icon");
        let mut found = self.mistake(at.clone(), message, "has more than icons may");
        found.help = format!("`{tag}` may have {}", known.join(", "));
        Err(found)
    }

    /// `fill` and `stroke` say whether, and not in which colour: that is the picture's affair.
    fn paint(&self, attributes: &[(String, String)], from: Paint, at: &Range<usize>) -> Result<Paint, Mistake> {
        let read = |name: &str, otherwise: bool| match get(attributes, name) {
            None => Ok(otherwise),
            Some("none") => Ok(false),
            Some("currentColor") => Ok(true),
            Some(colour) => {
                let message = format!("`{name}` is `none` or `currentColor`, not `{colour}`");
                let mut found = self.mistake(at.clone(), message, "has a colour of its own");
                found.help = "icons take the colour of the picture, light or dark".into();
                Err(found)
            }
        };
        Ok(Paint { stroke: read("stroke", from.stroke)?, fill: read("fill", from.fill)? })
    }

    fn shape(&mut self, name: &str, attributes: &[(String, String)], at: Range<usize>) -> Result<(), Mistake> {
        let Some((scale, paint)) = self.frame else { return Ok(()) };
        self.shapes += 1;
        if self.shapes > MOST_SHAPES {
            return Err(self.mistake(at, format!("an icon has {MOST_SHAPES} shapes at most"), "one too many"));
        }
        let own = geometry(name);
        let known: Vec<&str> = own.iter().copied().chain(["fill", "stroke"]).collect();
        self.only(attributes, &known, name, &at)?;
        let paint = self.paint(attributes, paint, &at)?;
        let data = match outline(name, attributes) {
            Ok(data) => path::checked(&data, scale),
            Err(why) => Err(why),
        };
        let data = data.map_err(|why| self.mistake(at, format!("`{name}` cannot be drawn: {why}"), "this shape"))?;
        if paint.stroke {
            self.drawing.lines.push_str(&data);
        }
        if paint.fill {
            self.drawing.areas.push_str(&data);
        }
        Ok(())
    }
}

fn place(position: u64, text: &str) -> usize {
    usize::try_from(position).unwrap_or(usize::MAX).min(text.len())
}

fn get<'a>(attributes: &'a [(String, String)], name: &str) -> Option<&'a str> {
    attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.trim())
}

/// The side of a square field that begins at the origin.
fn side(view: &str) -> Option<f64> {
    let numbers: Vec<f64> = view.split([' ', ',']).filter_map(|word| word.parse().ok()).collect();
    match numbers[..] {
        [x, y, width, height] if (x, y) == (0.0, 0.0) && width == height && (8.0..=1024.0).contains(&width) => {
            Some(width)
        }
        _ => None,
    }
}

fn geometry(shape: &str) -> &'static [&'static str] {
    match shape {
        "path" => &["d"],
        "circle" => &["cx", "cy", "r"],
        "ellipse" => &["cx", "cy", "rx", "ry"],
        "rect" => &["x", "y", "width", "height", "rx", "ry"],
        "line" => &["x1", "y1", "x2", "y2"],
        _ => &["points"],
    }
}

/// A shape as data of a path.
fn outline(shape: &str, attributes: &[(String, String)]) -> Result<String, String> {
    let number = |name: &str| match get(attributes, name) {
        None => Ok(0.0),
        Some(text) => {
            let number: Option<f64> = text.parse().ok().filter(|number: &f64| number.is_finite());
            number.ok_or_else(|| format!("`{name}` is no number"))
        }
    };
    match shape {
        "path" => get(attributes, "d").map(str::to_owned).ok_or_else(|| "it has no `d`".into()),
        "circle" => Ok(round(number("cx")?, number("cy")?, number("r")?, number("r")?)),
        "ellipse" => Ok(round(number("cx")?, number("cy")?, number("rx")?, number("ry")?)),
        "line" => Ok(format!("M{} {}L{} {}", number("x1")?, number("y1")?, number("x2")?, number("y2")?)),
        "rect" => {
            let (rx, ry) = (number("rx")?, number("ry")?);
            let corner = if rx > 0.0 { rx } else { ry };
            Ok(rounded((number("x")?, number("y")?), (number("width")?, number("height")?), corner))
        }
        _ => {
            let points = get(attributes, "points").ok_or("it has no `points`")?;
            Ok(format!("M{points}{}", if shape == "polygon" { "Z" } else { "" }))
        }
    }
}

fn round(x: f64, y: f64, rx: f64, ry: f64) -> String {
    format!("M{} {y}A{rx} {ry} 0 1 1 {} {y}A{rx} {ry} 0 1 1 {} {y}Z", x - rx, x + rx, x - rx)
}

fn rounded((x, y): (f64, f64), (width, height): (f64, f64), corner: f64) -> String {
    let r = corner.max(0.0).min(width / 2.0).min(height / 2.0);
    let (right, bottom) = (x + width, y + height);
    if r <= 0.0 {
        return format!("M{x} {y}H{right}V{bottom}H{x}Z");
    }
    let mut out = format!("M{} {y}H{}", x + r, right - r);
    let corners = [(right, y + r), (right - r, bottom), (x, bottom - r), (x + r, y)];
    let sides = [format!("V{}", bottom - r), format!("H{}", x + r), format!("V{}", y + r), String::new()];
    for ((to_x, to_y), side) in corners.iter().zip(sides) {
        let _ = write!(out, "A{r} {r} 0 0 1 {to_x} {to_y}{side}");
    }
    out + "Z"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draw(inner: &str) -> Result<Drawing, Mistake> {
        let frame =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\" fill=\"none\" stroke=\"currentColor\">";
        Drawing::read(&format!("{frame}\n  {inner}\n</svg>\n"))
    }

    #[test]
    fn shapes_become_paths() {
        let lines = |inner: &str| draw(inner).unwrap().lines;
        assert_eq!(lines("<path d=\"m1 2 3,4h-.5z\"/>"), "m1 2 3 4h-.5z");
        assert_eq!(lines("<line x1=\"1\" y1=\"2\" x2=\"3\" y2=\"4.5\"/>"), "M1 2L3 4.5");
        assert_eq!(lines("<rect x=\"1\" y=\"2\" width=\"3\" height=\"4\"/>"), "M1 2H4V6H1Z");
        assert_eq!(lines("<circle cx=\"12\" cy=\"12\" r=\"3\"/>"), "M9 12A3 3 0 1 1 15 12A3 3 0 1 1 9 12Z");
        assert_eq!(lines("<polygon points=\"1,1 2,2 3,1\"/>"), "M1 1 2 2 3 1Z");
        let filled = draw("<circle cx=\"5\" cy=\"5\" r=\"1\" fill=\"currentColor\" stroke=\"none\"/>").unwrap();
        assert!(filled.lines.is_empty() && filled.areas.starts_with("M4 5A"));
    }

    #[test]
    fn other_fields_are_brought_to_ours() {
        let text = "<svg viewBox=\"0 0 16 16\" fill=\"none\" stroke=\"currentColor\"><path d=\"M2 2l4 4\"/></svg>";
        assert_eq!(Drawing::read(text).unwrap().lines, "M3 3l6 6");
    }

    #[test]
    fn what_icons_may_not_have_is_refused_where_it_stands() {
        let refused = [
            ("<script>alert(1)</script>", "`script` is not allowed"),
            ("<g><path d=\"M1 1\"/></g>", "`g` is not allowed"),
            ("<image href=\"x\"/>", "`image` is not allowed"),
            ("<path d=\"M1 1h1\" onclick=\"x\"/>", "`onclick` is not allowed on `path`"),
            ("<path d=\"M1 1h1\" style=\"fill:url(x)\"/>", "`style` is not allowed"),
            ("<path d=\"M1 1h1\" stroke=\"#ff0000\"/>", "`stroke` is `none` or `currentColor`"),
            ("<path d=\"M1 1h1\"><title>x</title></path>", "`title` is not allowed"),
            ("<path d=\"M1 1h900\"/>", "outside"),
            ("words", "nothing but its frame"),
            ("<path d=\"M1 1h1\">", "well-formed"),
            ("<path/>", "has no `d`"),
            ("<![CDATA[x]]>", "nothing but its frame"),
        ];
        for (inner, why) in refused {
            let mistake = draw(inner).unwrap_err();
            assert!(mistake.message.contains(why), "{inner}: {}", mistake.message);
            assert!(mistake.at.start <= mistake.at.end, "{inner}");
        }
        for text in ["", "<svg/>", "<html/>", "no", "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg viewBox=\"0 0 24 24\"/>"] {
            assert!(Drawing::read(text).is_err(), "{text}");
        }
        assert!(Drawing::read(&" ".repeat(9000)).unwrap_err().message.contains("bytes at most"));
        assert!(draw(&"<path d=\"M1 1h1\"/>".repeat(41)).unwrap_err().message.contains("40 shapes"));
    }
}

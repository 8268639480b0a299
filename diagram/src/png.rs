//! SVG to PNG with fonts that are part of this crate, so that the same picture
//! gives the same bytes on every machine.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;
use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Group, Node, Options, Tree};

/// Pixels a picture may have; four bytes of memory each.
pub const MOST_PIXELS: u64 = 64_000_000;
/// Pixels a side may have, as many viewers show nothing beyond.
pub const LONGEST_SIDE: u64 = 16_384;

/// Why there is no PNG.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PngError {
    /// The SVG is not one.
    Svg(String),
    /// The picture would be larger than the bound.
    TooLarge {
        /// Width in pixels.
        width: u64,
        /// Height in pixels.
        height: u64,
    },
    /// The scale is not a positive number.
    Scale,
    /// The pixels could not be encoded.
    Encoding(String),
}

impl fmt::Display for PngError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PngError::Svg(why) => write!(f, "the SVG cannot be read: {why}"),
            PngError::TooLarge { width, height } => write!(
                f,
                "the picture would have {width} x {height} pixels, more than the {LONGEST_SIDE} a side or \
                 {MOST_PIXELS} in all that a PNG may have; choose a smaller scale, or SVG"
            ),
            PngError::Scale => write!(f, "the scale must be a positive number"),
            PngError::Encoding(why) => write!(f, "the PNG cannot be written: {why}"),
        }
    }
}

impl std::error::Error for PngError {}

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    fonts.load_font_data(notosans::REGULAR_TTF.to_vec());
    fonts.load_font_data(notosans::BOLD_TTF.to_vec());
    // Arabic, Hebrew, symbols: what the first family lacks.
    fonts.load_font_data(dejavu::sans::regular().to_vec());
    fonts.set_sans_serif_family("Noto Sans");
    Arc::new(fonts)
});

/// A picture in pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Png {
    /// The file.
    pub bytes: Vec<u8>,
    /// Letters that the fonts of this crate lack, each once: empty boxes stand in their places.
    pub missing: Vec<char>,
}

/// Renders an SVG picture; `scale` 2 gives twice as many pixels a side.
pub fn render_png(svg: &str, scale: f32) -> Result<Png, PngError> {
    if !(scale.is_finite() && scale > 0.0) {
        return Err(PngError::Scale);
    }
    let options = Options { font_family: "Noto Sans".to_owned(), fontdb: FONTS.clone(), ..Options::default() };
    let tree = Tree::from_str(&with_advances(svg), &options).map_err(|why| PngError::Svg(why.to_string()))?;
    let mut pixels = canvas(&tree, scale)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    let bytes = pixels.encode_png().map_err(|why| PngError::Encoding(why.to_string()))?;
    Ok(Png { bytes, missing: missing(tree.root()) })
}

/// Letters for which no font had a glyph.
fn missing(root: &Group) -> Vec<char> {
    let mut found = BTreeSet::new();
    let mut groups = vec![root];
    while let Some(group) = groups.pop() {
        for node in group.children() {
            match node {
                Node::Group(inner) => groups.push(inner),
                Node::Text(text) => {
                    let glyphs = text.layouted().iter().flat_map(|span| &span.positioned_glyphs);
                    found.extend(glyphs.filter(|glyph| glyph.id.0 == 0).flat_map(|glyph| glyph.text.chars()));
                }
                _ => {}
            }
        }
    }
    found.into_iter().collect()
}

/// The first font gives the back-tick no width, as if it were an accent: it is drawn with the other one.
fn with_advances(svg: &str) -> Cow<'_, str> {
    if !svg.contains('`') {
        return Cow::Borrowed(svg);
    }
    let mut out = String::with_capacity(svg.len() + 64);
    let mut in_tag = false;
    for c in svg.chars() {
        match c {
            '<' => in_tag = true,
            '>' => in_tag = false,
            _ => {}
        }
        match c {
            '`' if !in_tag => out.push_str("<tspan font-family=\"DejaVu Sans\">`</tspan>"),
            _ => out.push(c),
        }
    }
    Cow::Owned(out)
}

fn canvas(tree: &Tree, scale: f32) -> Result<Pixmap, PngError> {
    let side = |length: f32| (f64::from(length) * f64::from(scale)).ceil().max(1.0) as u64;
    let (width, height) = (side(tree.size().width()), side(tree.size().height()));
    let error = PngError::TooLarge { width, height };
    if width.max(height) > LONGEST_SIDE || width.saturating_mul(height) > MOST_PIXELS {
        return Err(error);
    }
    let sides = u32::try_from(width).ok().zip(u32::try_from(height).ok());
    sides.and_then(|(width, height)| Pixmap::new(width, height)).ok_or(error)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str =
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><text x="2" y="15">a</text></svg>"#;

    #[test]
    fn the_scale_gives_the_size() {
        let png = render_png(SMALL, 2.5).unwrap();
        assert_eq!(&png.bytes[1..4], b"PNG");
        assert_eq!(&png.bytes[16..24], [0, 0, 0, 100, 0, 0, 0, 50]);
        assert_eq!(png, render_png(SMALL, 2.5).unwrap());
    }

    #[test]
    fn text_is_drawn_with_the_embedded_font() {
        let without = SMALL.replace(">a<", "><");
        assert_ne!(render_png(SMALL, 1.0), render_png(&without, 1.0));
    }

    #[test]
    fn letters_that_no_font_has_are_told() {
        let told = |text: &str| render_png(&SMALL.replace(">a<", &format!(">{text}<")), 1.0).unwrap().missing;
        assert_eq!(told("Å ñ ש م → `"), Vec::<char>::new());
        assert_eq!(told("注文 a 文"), ['文', '注']);
    }

    #[test]
    fn a_back_tick_moves_what_follows() {
        let width = |text: &str| {
            let options = Options { font_family: "Noto Sans".to_owned(), fontdb: FONTS.clone(), ..Options::default() };
            let svg = SMALL.replace(">a<", &format!(">{text}<"));
            Tree::from_str(&with_advances(&svg), &options).unwrap().root().abs_bounding_box().width()
        };
        assert!(width("i`i") > width("ii") + 3.0, "{} {}", width("i`i"), width("ii"));
    }

    #[test]
    fn bounds_are_errors() {
        let huge = render_png(SMALL, 1000.0).unwrap_err();
        assert_eq!(huge, PngError::TooLarge { width: 40_000, height: 20_000 });
        assert!(huge.to_string().contains("40000 x 20000"));
        for scale in [0.0, -1.0, f32::NAN, f32::INFINITY] {
            assert_eq!(render_png(SMALL, scale), Err(PngError::Scale));
        }
        assert!(matches!(render_png("<x", 1.0), Err(PngError::Svg(_))));
    }
}

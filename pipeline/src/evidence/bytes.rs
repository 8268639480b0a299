//! Bytes to text: byte order marks, UTF-16, and what is no text at all.

use super::collect::Collector;

/// The text of a file, as far as it is text.
pub(crate) fn text(bytes: &[u8], collector: &mut Collector) -> String {
    match bytes {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes, collector),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes, collector),
        // Every format begins with a letter of ASCII, so a zero beside it tells the order.
        [first, 0, rest @ ..] if *first != 0 && !rest.is_empty() => wide(bytes, u16::from_le_bytes, collector),
        [0, second, rest @ ..] if *second != 0 && !rest.is_empty() => wide(bytes, u16::from_be_bytes, collector),
        [0xEF, 0xBB, 0xBF, rest @ ..] => narrow(rest, collector),
        _ => narrow(bytes, collector),
    }
}

fn narrow(bytes: &[u8], collector: &mut Collector) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) if is_latin(bytes) => bytes.iter().copied().map(char::from).collect(),
        Err(_) => {
            collector.skip("bytes that are no UTF-8");
            String::from_utf8_lossy(bytes).into_owned()
        }
    }
}

/// True for XML that says that each of its bytes is a letter.
fn is_latin(bytes: &[u8]) -> bool {
    const WITHIN: usize = 200;
    let start = bytes.get(..bytes.len().min(WITHIN)).map(String::from_utf8_lossy).unwrap_or_default();
    let head = start.split("?>").next().filter(|head| head.starts_with("<?xml")).unwrap_or_default();
    let encoding = head.to_ascii_lowercase().replace('\'', "\"");
    ["\"iso-8859-1\"", "\"latin1\"", "\"windows-1252\"", "\"us-ascii\""].iter().any(|name| encoding.contains(name))
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16, collector: &mut Collector) -> String {
    let pairs = bytes.chunks_exact(2);
    if !pairs.remainder().is_empty() {
        collector.lose("half a character of UTF-16");
    }
    let units: Vec<u16> = pairs.filter_map(|pair| pair.try_into().ok().map(unit)).collect();
    let text = String::from_utf16(&units).unwrap_or_else(|_| {
        collector.skip("characters that are no UTF-16");
        String::from_utf16_lossy(&units)
    });
    text.trim_start_matches('\u{FEFF}').to_owned()
}

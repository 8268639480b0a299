//! Ranges of addresses, and which of them let everybody in.

use std::net::{Ipv4Addr, Ipv6Addr};

/// A public range of IPv4 as wide as this, or wider, is nobody's network alone.
const WIDE: u32 = 8;
/// The same of IPv6.
const WIDE_6: u32 = 16;

/// True for a range in which a large part of all public addresses lies: `0.0.0.0/0`, each half of it, `8.0.0.0/8`,
/// `2000::/3`. What is private is not, however wide.
pub(super) fn is_world(text: &str) -> bool {
    let Some((address, length)) = text.trim().split_once('/') else { return false };
    let Ok(length) = length.parse::<u32>() else { return false };
    if let Ok(address) = address.parse::<Ipv4Addr>() {
        return length <= WIDE && is_public(address, length);
    }
    address.parse::<Ipv6Addr>().is_ok_and(|address| length <= WIDE_6 && is_public_6(address, length))
}

/// Addresses of a range are told apart by its first bits alone: `10.0.0.0/0` is everything.
fn is_public(address: Ipv4Addr, length: u32) -> bool {
    let first = u32::from(address) & u32::MAX.checked_shl(32 - length).unwrap_or(0);
    let alone = length == WIDE && matches!(first >> 24, 0 | 10 | 127);
    // From 224 on there are no machines: multicast, and what is reserved.
    !alone && first >> 29 != 0b111
}

/// All public addresses begin with the bits 001.
fn is_public_6(address: Ipv6Addr, length: u32) -> bool {
    let shared = length.min(3);
    let mask = u128::MAX.checked_shl(128 - shared).unwrap_or(0);
    u128::from(address) & mask == (1 << 125) & mask
}

#[cfg(test)]
mod tests {
    use super::is_world;

    #[test]
    fn the_world_is_wide_and_public() {
        for wide in [
            "0.0.0.0/0",
            "0.0.0.0/1",
            "128.0.0.0/1",
            "10.0.0.0/0",
            "10.0.0.0/7",
            "8.0.0.0/8",
            " 64.0.0.0/2 ",
            "::/0",
            "2000::/3",
            "2000::/4",
            "::/1",
            "2400::/12",
        ] {
            assert!(is_world(wide), "{wide}");
        }
        for narrow in [
            "10.0.0.0/8",
            "127.0.0.0/8",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "172.16.0.0/12",
            "104.16.0.0/13",
            "1.2.3.4/32",
            "0.0.0.0",
            "*",
            "",
            "/0",
            "x/0",
            "0.0.0.0/x",
            "0.0.0.0/-1",
            "0.0.0.0/33",
            "fc00::/7",
            "8000::/1",
            "2606:4700::/32",
            "::/129",
        ] {
            assert!(!is_world(narrow), "{narrow}");
        }
    }
}

//! Styles, scripts and faces: their names in the output carry a hash of what they hold.

use std::borrow::Cow;
use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::layers::Layer;

/// A file that pages use.
#[derive(Debug)]
pub(super) struct Asset {
    /// Its path below the output.
    pub(super) path: String,
    /// What it holds; in styles, `url("NAME")` of another asset has become that asset's name in the output.
    pub(super) bytes: Cow<'static, [u8]>,
    /// What it held before.
    original: Option<Cow<'static, [u8]>>,
}

/// All assets of a theme, by their names in `assets/`.
#[derive(Debug, Default)]
pub(super) struct Assets {
    by_name: BTreeMap<String, Asset>,
}

impl Assets {
    /// The assets of all layers; the strongest layer that has a file wins.
    pub(super) fn collect(layers: &[Layer]) -> Assets {
        let mut files: BTreeMap<&str, &Cow<'static, [u8]>> = BTreeMap::new();
        for layer in layers.iter().rev() {
            for (path, bytes) in &layer.files {
                if let Some(name) = path.strip_prefix("assets/") {
                    files.insert(name, bytes);
                }
            }
        }
        let mut assets = Assets::default();
        // Styles last, since they name the others.
        let (styles, others): (Vec<_>, Vec<_>) = files.into_iter().partition(|(name, _)| name.ends_with(".css"));
        for (name, bytes) in others.into_iter().chain(styles) {
            assets.add(name, bytes.clone());
        }
        assets
    }

    /// Takes an asset in, or another in its place.
    pub(super) fn add(&mut self, name: &str, bytes: Cow<'static, [u8]>) {
        let mut asset = Asset { path: String::new(), bytes, original: None };
        if name.ends_with(".css")
            && let Ok(text) = std::str::from_utf8(&asset.bytes)
            && let Some(linked) = self.with_urls(text, |_, other| base_of_style(name) + other.path.trim_start_matches("assets/"))
        {
            asset.original = Some(std::mem::replace(&mut asset.bytes, Cow::Owned(linked.into_bytes())));
        }
        asset.path = hashed(name, &asset.bytes);
        self.by_name.insert(name.to_owned(), asset);
    }

    /// An asset by its name.
    pub(super) fn get(&self, name: &str) -> Option<&Asset> {
        self.by_name.get(name)
    }

    /// A style that carries the assets it names in itself; of those, only the ones that `wanted` lets in.
    pub(super) fn self_contained(&self, name: &str, wanted: impl Fn(&str) -> bool) -> String {
        let Some(asset) = self.get(name) else { return String::new() };
        let text = String::from_utf8_lossy(asset.original.as_ref().unwrap_or(&asset.bytes));
        let blocks = without_unwanted(&text, &|url| self.by_name.contains_key(url) && !wanted(url));
        let inlined =
            self.with_urls(&blocks, |name, other| format!("data:{};base64,{}", media_type(name), STANDARD.encode(&other.bytes)));
        inlined.unwrap_or(blocks)
    }

    /// An asset as an address that carries its bytes.
    pub(super) fn data_address(&self, name: &str) -> Option<String> {
        self.get(name).map(|asset| data_address(name, asset))
    }

    /// All assets in the order of their names.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Asset> {
        self.by_name.values()
    }

    /// A style with the `url("NAME")`s of assets replaced; nothing if there are none.
    fn with_urls(&self, style: &str, replace: impl Fn(&str, &Asset) -> String) -> Option<String> {
        let (mut out, mut rest, mut changed) = (String::with_capacity(style.len()), style, false);
        while let Some((before, after)) = rest.split_once("url(\"") {
            out.push_str(before);
            out.push_str("url(\"");
            rest = after;
            if let Some((name, tail)) = after.split_once('"')
                && let Some(asset) = self.by_name.get(name)
            {
                out.push_str(&replace(name, asset));
                rest = &after[after.len() - tail.len() - 1..];
                changed = true;
            }
        }
        out.push_str(rest);
        changed.then_some(out)
    }
}

/// A style without the `@font-face` rules that name an unwanted file.
fn without_unwanted(style: &str, unwanted: &dyn Fn(&str) -> bool) -> String {
    let mut out = String::new();
    let mut rest = style;
    while let Some(start) = rest.find("@font-face") {
        let end = rest[start..].find('}').map_or(rest.len(), |it| start + it + 1);
        let rule = &rest[start..end];
        let names_unwanted = rule.split("url(\"").skip(1).filter_map(|it| it.split('"').next()).any(unwanted);
        out.push_str(&rest[..start]);
        if !names_unwanted {
            out.push_str(rule);
        }
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

/// The way from a style to the folder of assets: all lie in it, some in a folder of theirs.
fn base_of_style(name: &str) -> String {
    "../".repeat(name.matches('/').count())
}

/// `base.css` as `assets/base-1f2e3d4c.css`.
fn hashed(name: &str, bytes: &[u8]) -> String {
    let hash = blake3::hash(bytes).to_hex();
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("assets/{stem}-{}.{ending}", &hash[..8]),
        None => format!("assets/{name}-{}", &hash[..8]),
    }
}

fn data_address(name: &str, asset: &Asset) -> String {
    format!("data:{};base64,{}", media_type(name), STANDARD.encode(&asset.bytes))
}

/// The media type of an asset, by its ending.
fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("woff2") => "font/woff2",
        Some("woff") => "font/woff",
        Some("ttf") => "font/ttf",
        Some("otf") => "font/otf",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        _ => "application/octet-stream",
    }
}

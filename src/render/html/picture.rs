//! Pictures: as elements, and as the files that a page needs beside it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::address::file;
use super::context::Context;
use super::escape::escaped;
use crate::document::Picture;
use crate::tree::{Contents, File};

/// The folder of the output that holds styles, scripts and pictures.
const ASSETS: &str = "assets";

/// Appends a picture; a page that carries all in itself gets its bytes.
pub fn write_image(out: &mut String, picture: &Picture, class: &str, context: &Context<'_>) {
    let source = if context.self_contained { data_address(picture, context) } else { file(&asset_path(picture), context) };
    out.push_str(&format!("<img class=\"{class}\" src=\"{}\" alt=\"{}\"", escaped(&source), escaped(&picture.alt)));
    if let Some((width, height)) = picture.size {
        out.push_str(&format!(" width=\"{width}\" height=\"{height}\""));
    }
    out.push('>');
}

/// The file that a picture is published as.
pub fn picture_file(picture: &Picture) -> File {
    File { path: asset_path(picture), contents: Contents::Copy(picture.path.clone()) }
}

fn asset_path(picture: &Picture) -> String {
    format!("{ASSETS}/{}", picture.asset)
}

/// The picture's bytes as an address. A file that can no longer be read leaves an address without bytes: its words are shown.
fn data_address(picture: &Picture, context: &Context<'_>) -> String {
    let bytes = context.setting.tree.bytes(&picture.path).unwrap_or_default();
    format!("data:{};base64,{}", media_type(&picture.path), STANDARD.encode(bytes))
}

fn media_type(path: &str) -> &'static str {
    let ending = path.rsplit('.').next().unwrap_or_default().to_lowercase();
    match ending.as_str() {
        "svg" => "image/svg+xml",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        _ => "image/png",
    }
}

//! Pictures: what they will be called among the assets, and how large they are.

use crate::tree::Tree;

/// A picture's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureFound {
    /// Its path below the curriculum.
    pub path: String,
    /// Its name among the output's assets: stem, content hash, ending.
    pub asset: String,
    /// Width and height in pixels, where they could be read.
    pub size: Option<(u32, u32)>,
}

const ENDINGS: &[&str] = &["png", "jpg", "jpeg", "gif", "webp", "avif", "svg"];

/// Every picture of a tree that can be read; what cannot is told where a text shows it.
pub fn pictures(tree: &Tree) -> Vec<PictureFound> {
    tree.paths().iter().filter_map(|path| look(tree, path)).collect()
}

fn look(tree: &Tree, path: &str) -> Option<PictureFound> {
    let name = path.rsplit('/').next()?;
    let (stem, ending) = name.rsplit_once('.')?;
    let ending = ending.to_ascii_lowercase();
    if !ENDINGS.contains(&ending.as_str()) {
        return None;
    }
    let bytes = tree.bytes(path).ok()?;
    let hash = blake3::hash(&bytes).to_hex();
    let size =
        imagesize::blob_size(&bytes).ok().and_then(|it| Some((u32::try_from(it.width).ok()?, u32::try_from(it.height).ok()?)));
    let asset = format!("{}-{}.{ending}", crate::prose::slug(stem), &hash[..8]);
    Some(PictureFound { path: path.to_owned(), asset, size })
}

//! What a build was asked to do, as far as documents depend on it.

use std::collections::BTreeMap;

use crate::locale::Day;

/// What a build was asked to do, as far as documents depend on it.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// Only this variant's agenda.
    pub variant: Option<String>,
    /// The products asked for, so that pages link to nothing that is not made; empty for all.
    pub only: Vec<String>,
    /// How many take part.
    pub participants: Option<u32>,
    /// The day of the workshop: year, month, day.
    pub day: Day,
    /// The pictures that exist, by their paths below the curriculum.
    pub pictures: BTreeMap<String, PictureFile>,
}

/// What is known of a picture's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureFile {
    /// Its name among the output's assets: stem, content hash, ending.
    pub asset: String,
    /// Width and height in pixels, where they could be read.
    pub size: Option<(u32, u32)>,
}

impl Choice {
    /// Whether a product of this name is made.
    pub fn has(&self, name: &str) -> bool {
        self.only.is_empty() || self.only.iter().any(|it| it == name)
    }
}

//! Running text: Markdown as blocks and inlines, with the place of each.

mod attributes;
mod depth;
mod events;
mod fences;
mod inlines;
mod leftovers;
mod markdown;
mod model;
mod outline;
mod slug;
mod typography;

pub use attributes::{Attribute, Attributes};
pub use events::Features;
pub use fences::code_left_open;
pub use markdown::{parse, parse_inline};
pub use model::{
    Alignment, Block, BlockKind, Citation, Data, DataKind, FactField, Fence, Footnote, GapContent, Heading, Inline, InlineKind,
    ListItem, Prose, Table, Target, plain_text,
};
pub use outline::{Outlined, START, hash_text, outline, split_attributes};
pub use slug::slug;
pub use typography::curl;

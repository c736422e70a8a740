//! YAML as a tree with places, and typed access to its fields.

mod node;
mod number;
mod overlay;
mod parse;
mod record;
mod schema;
mod shape;
mod trap;

pub use node::{Node, NodeKind, Scalar};
pub use number::number;
pub use overlay::{overlay, texts};
pub use parse::parse;
pub use record::Record;
pub use schema::{Rules, Written, document};
pub use shape::{Field, FieldKind, Shape, Thing};
pub use trap::UNREADABLE;

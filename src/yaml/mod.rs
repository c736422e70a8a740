//! YAML as a tree with places, and typed access to its fields.

mod node;
mod overlay;
mod parse;
mod record;
mod shape;

pub use node::{Node, NodeKind, Scalar};
pub use overlay::overlay;
pub use parse::parse;
pub use record::Record;
pub use shape::{Field, FieldKind, Shape, Thing};

//! Sources to curriculum: what authors typed becomes what they mean. Nothing is looked up here; `check` does that.
//!
//! 1. `folder` finds courses, modules and translations; 2. `course` and `facts` read what belongs to a course;
//! 3. `module` and `section` read a module, written in Markdown or (`yaml_module`) wholly in YAML, and lay a translation over
//!    its original; 4. `blocks` and `data` read what sections hold; 5. `quiz` and `kinds` read questions, and `votes`
//!    places those that the room votes on.
//!
//! `shapes` and `words` are the tables of what can be written; `files`, `names` and `schema` tell editors of them.

mod about;
mod around;
mod blocks;
mod course;
mod data;
mod facts;
mod files;
mod folder;
mod kinds;
mod limit;
mod module;
mod names;
mod offer;
mod pictures;
mod quiz;
mod schema;
mod section;
mod shapes;
mod strays;
mod text;
mod votes;
mod words;
mod yaml_module;

pub use about::about_in_swedish;
pub use files::{FileKind, FileName, attribute_field, data_root, fields, file_name, root, stem};
pub use folder::{Selection, read, read_text, slug_of_file};
pub use kinds::KINDS;
pub use module::front_matter;
pub use names::{Name, NameRole, Names, names, names_of};
pub use offer::{Offer, offer};
pub use pictures::{PictureFound, pictures};
pub use schema::{SCHEMAS, schema};
pub use strays::has_misnamed_course;
pub use words::{ATTRIBUTES, BLOCKS, ROLE_WORDS, Word};

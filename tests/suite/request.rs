//! What is asked for, if nothing in particular is.

use tvartom::pipeline::Request;
use tvartom::tree::Tree;

/// Everything, on a fixed day.
pub fn request() -> Request {
    Request {
        themes: Tree::empty(),
        theme: None,
        languages: Vec::new(),
        only: Vec::new(),
        formats: Vec::new(),
        paths: Vec::new(),
        variant: None,
        participants: None,
        strict: false,
        jobs: 1,
        today: (2027, 2, 3),
    }
}

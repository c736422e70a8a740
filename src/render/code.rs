//! Codes to point a telephone at.

use qrcode::{Color, QrCode};

/// A code: how many squares a side has, and its dark squares in runs of `(column, row, width)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// How many squares a side has.
    pub side: usize,
    /// The dark squares, row by row.
    pub runs: Vec<(usize, usize, usize)>,
}

/// The code of an address. Text that is too long for a code has none.
pub fn code(address: &str) -> Option<Code> {
    let code = QrCode::new(address).ok()?;
    let side = code.width();
    let mut runs = Vec::new();
    for (row, colors) in code.to_colors().chunks(side).enumerate() {
        let mut column = 0;
        while column < side {
            let width = colors[column..].iter().take_while(|it| **it == Color::Dark).count();
            if width > 0 {
                runs.push((column, row, width));
            }
            column += width.max(1);
        }
    }
    Some(Code { side, runs })
}

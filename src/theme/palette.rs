//! The theme's colors: four are chosen, the others follow from them.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::color::Color;
use crate::diagnostic::Diagnostics;
use crate::diagnostic::fault::{NOT_A_COLOR, POOR_CONTRAST};
use crate::source::Span;
use crate::yaml::Node;

/// The least contrast of words on their ground (WCAG 2, level AA).
const LEGIBLE: f64 = 4.5;

/// A color that somebody chose, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Chosen {
    /// The color.
    pub(super) color: Color,
    /// Where it was chosen.
    pub(super) span: Span,
}

/// The four colors, where they are chosen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct PaletteChoice {
    pub(super) paper: Option<Chosen>,
    pub(super) ink: Option<Chosen>,
    pub(super) belief: Option<Chosen>,
    pub(super) reality: Option<Chosen>,
}

/// The families of the two voices, where they are chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Faces {
    /// What is said.
    pub(super) said: Option<String>,
    /// What is so.
    pub(super) is: Option<String>,
}

impl Faces {
    /// These families, and the others where there is none.
    pub(super) fn or(&self, other: &Faces) -> Faces {
        Faces { said: self.said.clone().or_else(|| other.said.clone()), is: self.is.clone().or_else(|| other.is.clone()) }
    }
}

/// The four colors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// The light ground.
    pub paper: Color,
    /// Words on paper, and the dark ground.
    pub ink: Color,
    /// What people say.
    pub belief: Color,
    /// What is so.
    pub reality: Color,
}

impl Default for Palette {
    /// The colors of the built-in theme; `tokens.css` has the same.
    fn default() -> Self {
        let color = |red, green, blue| Color { channels: [red, green, blue] };
        Palette {
            paper: color(0xf7, 0xf2, 0xe8),
            ink: color(0x14, 0x21, 0x3d),
            belief: color(0x9c, 0x4a, 0x00),
            reality: color(0x0b, 0x5c, 0x8e),
        }
    }
}

impl PaletteChoice {
    /// This choice, and the other where this one has none.
    pub(super) fn or(self, other: PaletteChoice) -> PaletteChoice {
        PaletteChoice {
            paper: self.paper.or(other.paper),
            ink: self.ink.or(other.ink),
            belief: self.belief.or(other.belief),
            reality: self.reality.or(other.reality),
        }
    }

    /// The four colors. Those that cannot be read on their ground are reported.
    pub(super) fn palette(self, diagnostics: &mut Diagnostics) -> Palette {
        let base = Palette::default();
        let pick = |chosen: Option<Chosen>, default: Color| chosen.map_or(default, |it| it.color);
        let palette = Palette {
            paper: pick(self.paper, base.paper),
            ink: pick(self.ink, base.ink),
            belief: pick(self.belief, base.belief),
            reality: pick(self.reality, base.reality),
        };
        let pairs =
            [("ink", palette.ink, self.ink), ("belief", palette.belief, self.belief), ("reality", palette.reality, self.reality)];
        for (name, color, chosen) in pairs {
            let contrast = color.contrast(palette.paper);
            if contrast < LEGIBLE {
                let span = chosen.or(self.paper).map(|it| it.span);
                diagnostics.report(&POOR_CONTRAST, span, &[name, &format!("{contrast:.1}"), &color.css(), &palette.paper.css()]);
            }
        }
        palette
    }
}

impl Palette {
    /// All colors that follow from the four, by their names in `tokens.css`.
    pub fn all(self) -> [(&'static str, Color); 15] {
        let Palette { paper, ink, belief, reality } = self;
        [
            ("paper", paper),
            ("paper-bright", paper.mixed(Color::WHITE, 0.75)),
            ("paper-deep", paper.mixed(ink, 0.06)),
            ("ink", ink),
            ("ink-soft", ink.mixed(paper, 0.24).legible(paper, ink, LEGIBLE)),
            ("ink-bright", ink.mixed(paper, 0.08)),
            ("belief", belief),
            ("belief-on-ink", belief.mixed(paper, 0.5).legible(ink, paper, 7.0)),
            ("reality", reality),
            ("reality-on-ink", reality.mixed(paper, 0.5).legible(ink, paper, 7.0)),
            ("hairline", paper.mixed(ink, 0.2)),
            ("hairline-on-ink", ink.mixed(paper, 0.24)),
            ("rule", paper.mixed(ink, 0.5).legible(paper, ink, 3.0)),
            ("rule-on-ink", ink.mixed(paper, 0.55).legible(ink, paper, 3.0)),
            ("soft-on-ink", paper.mixed(ink, 0.2).legible(ink, paper, LEGIBLE)),
        ]
    }

    /// The same as properties.
    pub(super) fn css(self) -> String {
        let mut out = String::new();
        for (name, color) in self.all() {
            writeln!(out, "    --{name}: {};", color.css()).expect("a string takes everything");
        }
        out
    }
}

/// A color from a text, or by a name of the brand's palette.
pub(super) fn read_color(node: &Node, names: &BTreeMap<String, Color>, diagnostics: &mut Diagnostics) -> Option<Chosen> {
    let text = node.text().unwrap_or_default().trim();
    let color = names.get(text).copied().or_else(|| Color::parse(text));
    if color.is_none() {
        diagnostics.report(&NOT_A_COLOR, node.span, &[text]);
    }
    color.map(|color| Chosen { color, span: node.span })
}

#[cfg(test)]
mod tests {
    use super::Palette;

    #[test]
    fn the_tokens_start_from_the_same_four_colors() {
        let tokens = include_str!("../../themes/default/assets/tokens.css");
        let palette = Palette::default();
        for (name, color) in
            [("paper", palette.paper), ("ink", palette.ink), ("belief", palette.belief), ("reality", palette.reality)]
        {
            assert!(tokens.contains(&format!("--{name}: {};", color.css())), "{name}");
        }
    }
}

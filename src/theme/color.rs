//! Colors: read, mix, and how well one can be read on another.

/// A color, in sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Color {
    /// Red, green and blue.
    pub channels: [u8; 3],
}

impl Color {
    /// White.
    pub(super) const WHITE: Color = Color { channels: [255; 3] };

    /// A color as `#14213d` or `#fff`.
    pub fn parse(text: &str) -> Option<Color> {
        let digits = text.trim().strip_prefix('#')?;
        let long: String = match digits.len() {
            3 => digits.chars().flat_map(|it| [it, it]).collect(),
            6 => digits.to_owned(),
            _ => return None,
        };
        let number = u32::from_str_radix(&long, 16).ok()?;
        let [_, red, green, blue] = number.to_be_bytes();
        Some(Color { channels: [red, green, blue] })
    }

    /// The color as `#14213d`.
    pub fn css(self) -> String {
        let [red, green, blue] = self.channels;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// This color with so much (0 to 1) of another.
    pub(super) fn mixed(self, other: Color, share: f64) -> Color {
        let mut channels = [0; 3];
        for (idx, channel) in channels.iter_mut().enumerate() {
            let (a, b) = (f64::from(self.channels[idx]), f64::from(other.channels[idx]));
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between two bytes")]
            let value = (a + (b - a) * share).round() as u8;
            *channel = value;
        }
        Color { channels }
    }

    /// This color, moved towards another in small steps until it stands out from `ground` by `contrast`.
    pub(super) fn legible(self, ground: Color, towards: Color, contrast: f64) -> Color {
        (0..=20)
            .map(|step| self.mixed(towards, f64::from(step) / 20.0))
            .find(|it| it.contrast(ground) >= contrast)
            .unwrap_or(towards)
    }

    /// The contrast ratio of WCAG 2, from 1 to 21.
    pub fn contrast(self, other: Color) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.channels;
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
}

#[cfg(test)]
mod tests {
    use super::Color;

    #[test]
    fn contrast_is_as_the_guidelines_have_it() {
        let (black, white) = (Color::parse("#000").expect("black"), Color::parse("#ffffff").expect("white"));
        assert!((black.contrast(white) - 21.0).abs() < 0.01);
        let gray = Color::parse("#777777").expect("gray");
        assert!((gray.contrast(white) - 4.48).abs() < 0.01);
        assert_eq!(Color::parse("#12g"), None);
    }
}

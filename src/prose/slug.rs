//! Titles as names in links and paths.

/// A title as a name: lower case, letters without marks (å and ä are a, ö is o), digits, single hyphens between.
pub fn slug(title: &str) -> String {
    let mut out = String::with_capacity(title.len());
    for character in title.chars().flat_map(char::to_lowercase) {
        let folded = match character {
            'å' | 'ä' | 'á' | 'à' | 'â' | 'ã' => "a",
            'ö' | 'ø' | 'ó' | 'ò' | 'ô' | 'õ' => "o",
            'é' | 'è' | 'ê' | 'ë' => "e",
            'ü' | 'ú' | 'ù' | 'û' => "u",
            'í' | 'ì' | 'î' | 'ï' => "i",
            'æ' => "ae",
            'ß' => "ss",
            'ñ' => "n",
            'ç' => "c",
            _ if character.is_alphanumeric() => {
                out.push(character);
                continue;
            }
            _ => {
                if !out.is_empty() && !out.ends_with('-') {
                    out.push('-');
                }
                continue;
            }
        };
        out.push_str(folded);
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}

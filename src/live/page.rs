//! A page as it is served: with the script that listens for the next build, and a policy that lets it.

use super::site::hash;

/// What a page of ours may do that has no policy of its own.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

/// Where the live script lies on the server.
pub const SCRIPT_PATH: &str = "/__tvartom/live.js";

/// A page as it is served.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServedPage {
    /// The page.
    pub html: String,
    /// Its content security policy.
    pub policy: String,
}

/// Puts the live script into a page. `generation` is the build it comes from.
pub fn serve_page(html: &str, generation: u64) -> ServedPage {
    let script = format!(
        "<script src=\"{SCRIPT_PATH}\" data-generation=\"{generation}\" data-hash=\"{}\" defer></script>",
        hash(html.as_bytes())
    );
    let (html, policy) = match own_policy(html) {
        Some((range, own)) => {
            let policy = allow_live(&own);
            (
                format!("{}{}{}", &html[..range.start], policy.replace('&', "&amp;").replace('"', "&quot;"), &html[range.end..]),
                policy,
            )
        }
        None => (html.to_owned(), POLICY.to_owned()),
    };
    let end = html.rfind("</body>").unwrap_or(html.len());
    let html = format!("{}{script}{}", &html[..end], &html[end..]);
    // Frames cannot be ruled out from within a page, so only the header does.
    ServedPage { html, policy: format!("{policy}; frame-ancestors 'none'") }
}

/// The policy in a page's `<meta http-equiv="Content-Security-Policy" content="…">`, and where it stands.
fn own_policy(html: &str) -> Option<(std::ops::Range<usize>, String)> {
    let head = &html[..html.find("</head>")?];
    let lower = head.to_ascii_lowercase();
    let name = lower.find("content-security-policy")?;
    let tag_start = lower[..name].rfind('<')?;
    let tag_end = tag_start + lower[tag_start..].find('>')?;
    let start = tag_start + lower[tag_start..tag_end].find("content=\"")? + "content=\"".len();
    let end = start + head[start..].find('"')?;
    Some((start..end, unescape(&head[start..end])))
}

fn unescape(text: &str) -> String {
    text.replace("&#39;", "'").replace("&#x27;", "'").replace("&apos;", "'").replace("&quot;", "\"").replace("&amp;", "&")
}

/// Adds what the live script needs: itself, its events, and nothing more.
fn allow_live(policy: &str) -> String {
    let mut directives: Vec<String> = policy.split(';').map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()).collect();
    for name in ["script-src", "connect-src"] {
        let found = directives.iter_mut().find(|it| it.split_whitespace().next() == Some(name));
        match found {
            Some(directive) if directive.split_whitespace().any(|it| it == "'self'") => {}
            Some(directive) => *directive = format!("{} 'self'", directive.replace(" 'none'", "")),
            None => directives.push(format!("{name} 'self'")),
        }
    }
    directives.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_stands_at_the_end_of_the_body() {
        let page = serve_page("<html><head></head><body><p>x</p></body></html>", 7);
        let start = page.html.find("<script").unwrap();
        assert!(page.html[..start].ends_with("<p>x</p>"), "{}", page.html);
        assert!(page.html.ends_with(" defer></script></body></html>"), "{}", page.html);
        assert!(page.html.contains("data-generation=\"7\""));
        assert!(page.policy.contains("default-src 'none'") && page.policy.contains("frame-ancestors 'none'"));
    }

    #[test]
    fn a_deck_keeps_its_own_policy_and_gains_the_script() {
        let deck = "<head><meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;; script-src 'sha256-a+/='; connect-src 'none'\"></head><body></body>";
        let page = serve_page(deck, 1);
        let policy = "default-src 'none'; script-src 'sha256-a+/=' 'self'; connect-src 'self'";
        assert!(page.html.contains(&format!("content=\"{policy}\"")), "{}", page.html);
        assert_eq!(page.policy, format!("{policy}; frame-ancestors 'none'"));
    }

    #[test]
    fn a_page_about_policies_is_not_taken_for_one_with_a_policy() {
        let page = serve_page("<head></head><body>Content-Security-Policy content=\"x\"</body>", 1);
        assert!(page.policy.starts_with(POLICY));
    }
}

//! An element cut out of a page.

/// The element of an id, or what `main` holds; with a line for each block, to be read.
pub fn element(page: &str, id: Option<&str>) -> String {
    let start = match id {
        Some(id) => page.find(&format!(" id=\"{id}\"")).and_then(|at| page[..at].rfind('<')),
        None => page.find("<main"),
    };
    let Some(start) = start else { return format!("no element {id:?}") };
    let rest = &page[start..];
    let name: String = rest[1..].chars().take_while(char::is_ascii_alphanumeric).collect();
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let (mut depth, mut at) = (0usize, 0);
    loop {
        let next_open = rest[at..].find(&open).map(|it| at + it);
        let next_close = rest[at..].find(&close).map(|it| at + it);
        match (next_open, next_close) {
            (Some(inner), Some(outer)) if inner < outer => {
                depth += 1;
                at = inner + open.len();
            }
            (_, Some(end)) => {
                depth = depth.saturating_sub(1);
                at = end + close.len();
                if depth == 0 {
                    return lines(&rest[..at]);
                }
            }
            (_, None) => return lines(rest),
        }
    }
}

/// Breaks where a block ends, and drops empty lines.
fn lines(html: &str) -> String {
    let mut out = html.to_owned();
    for name in
        ["p", "li", "ul", "ol", "div", "section", "h1", "h2", "h3", "h4", "tr", "td", "th", "figure", "svg", "rect", "text"]
    {
        out = out.replace(&format!("</{name}>"), &format!("</{name}>\n"));
    }
    out.lines().map(str::trim_end).filter(|it| !it.trim().is_empty()).collect::<Vec<_>>().join("\n")
}

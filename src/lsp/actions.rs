//! What mends a finding, as an editor offers it at a light bulb: the certain mends first, then names that may be meant.

use gen_lsp_types::{CodeAction, CodeActionKind, Range, TextEdit, WorkspaceEdit};

use super::findings::told;
use super::view::View;

/// The mends of the findings that touch a range of a file. One that is certain is the editor's first choice.
pub fn actions(view: &View, path: &str, range: Range) -> Vec<CodeAction> {
    let mut actions = Vec::new();
    for finding in view.diagnostics.iter() {
        let Some(fix) = view.diagnostics.offer(finding) else { continue };
        let is_certain = view.diagnostics.fix(finding).is_some();
        let Some((uri, told)) = told(view, finding) else { continue };
        let source = view.diagnostics.sources.get(fix.span.file);
        let touches = told.range.start <= range.end && range.start <= told.range.end;
        if *source.path != *path || !touches {
            continue;
        }
        let words = source.text.get(fix.span.range()).unwrap_or_default().trim();
        let title = if fix.replacement.is_empty() {
            view.choose(format!("Remove `{words}`"), format!("Ta bort `{words}`"))
        } else {
            let new = &fix.replacement;
            view.choose(format!("Replace `{words}` with `{new}`"), format!("Byt `{words}` mot `{new}`"))
        };
        let edit = TextEdit { range: view.encoding.range(&source.text, fix.span.range()), new_text: fix.replacement };
        actions.push(CodeAction {
            title,
            kind: Some(CodeActionKind::QuickFix),
            diagnostics: Some(vec![told]),
            is_preferred: Some(is_certain),
            edit: Some(WorkspaceEdit { changes: Some([(uri, vec![edit])].into_iter().collect()), ..WorkspaceEdit::default() }),
            ..CodeAction::default()
        });
    }
    actions.sort_by_key(|it| it.is_preferred != Some(true));
    actions
}

//! For which document running text is written, and what follows from that.

/// For which document running text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum View {
    /// Slides.
    Deck,
    /// The handout to fill in.
    HandoutBlank,
    /// The handout, filled in.
    HandoutComplete,
    /// The trainer's guide.
    Guide,
    /// The quiz that answers.
    Quiz,
    /// The quiz on paper.
    QuizPaper,
    /// What is right.
    Key,
    /// A page of links.
    Page,
    /// The day's run.
    Agenda,
    /// What follows a course: cards, messages, maps.
    Followup,
}

impl View {
    /// Whether figures that a guess of the module asks for are left out.
    pub(super) fn hides_guessed(self) -> bool {
        matches!(self, View::HandoutBlank | View::Page)
    }

    /// Whether gaps are left out.
    pub(super) fn leaves_gaps(self) -> bool {
        matches!(self, View::HandoutBlank | View::Quiz | View::QuizPaper | View::Page)
    }

    /// Whether figures carry the numbers of evidence notes. Slides and the guide show evidence in place.
    pub(super) fn has_numbered_notes(self) -> bool {
        matches!(self, View::HandoutBlank | View::HandoutComplete | View::QuizPaper | View::Key)
    }

    /// Whether the document ends with a list of sources that citations can lead to.
    pub(super) fn lists_sources(self) -> bool {
        !matches!(self, View::Quiz | View::Page | View::Agenda | View::Followup)
    }

    /// Whether it is a handout.
    pub(super) fn is_handout(self) -> bool {
        matches!(self, View::HandoutBlank | View::HandoutComplete)
    }
}

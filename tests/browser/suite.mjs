// All of it, in one process and one browser. `tests/run` builds the pages and says where they are.

import './load.mjs';
import './markup.mjs';
import './access.mjs';
import './deck.mjs';
import './deck-sync.mjs';
import './deck-vote.mjs';
import './deck-time.mjs';
import './deck-look.mjs';
import './deck-lines.mjs';
import './deck-reader.mjs';
import './deck-print.mjs';
import './deck-size.mjs';
import './firefox.mjs';
import './slides.mjs';
import './kinds.mjs';
import './quiz.mjs';
import './score.mjs';
import './paper.mjs';
import './write.mjs';
import './followup.mjs';
import './search.mjs';
import './preview.mjs';
import './author.mjs';
import './schemas.mjs';
import './lsp.mjs';

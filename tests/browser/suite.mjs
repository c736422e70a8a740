// All of it, in one process and one browser. `tests/run` builds the pages and says where they are.

import './load.mjs';
import './markup.mjs';
import './access.mjs';
import './deck.mjs';
import './slides.mjs';
import './kinds.mjs';
import './quiz.mjs';
import './paper.mjs';
import './preview.mjs';

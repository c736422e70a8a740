// All of it, in one process and one browser. `tests/run` builds the pages and says where they are.

import './load.mjs';
import './markup.mjs';
import './access.mjs';

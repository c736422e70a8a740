//! Holds nothing: the package exists so that cargo fetches the crates with the faces (see `cut.py`).

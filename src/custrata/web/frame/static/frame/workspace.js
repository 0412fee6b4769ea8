// The small scripts of the workspace; each is a module of its own and is only there where the platform lacks something.

/** Most rows of one download of the explorer; a larger selection is cut, and its file name and button say so. Isomorphic. */
export const downloadLimit = 10_000

/** The look of what floats: menus and pickers. */
export const floatingClass =
  'z-50 min-w-44 max-w-80 rounded-md border border-line bg-float p-1 text-ink shadow-float outline-none transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0'

/** One line of a menu; its colour is that of the menu unless a class says otherwise. */
export const floatingItemClass =
  'flex w-full items-center gap-2 rounded-sm px-2.5 py-1.5 text-left text-base outline-none select-none data-highlighted:bg-wash'

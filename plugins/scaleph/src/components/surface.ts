import classes from './surface.module.css';

/** Class of the outermost element of our pages, cards and dialogs. */
export const surfaceClass = classes.surface;

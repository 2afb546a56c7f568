/**
 * The value of `--hero` in tokens.css, for uses without a style sheet: preview images, and `theme_color` in
 * the web app manifest.
 */
export const heroColour = '#005799';

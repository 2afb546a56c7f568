/** The colour of the header for what reads no style sheet: pictures, and the name on a home screen. It is `--hero` of tokens.css. */
export const heroColour = '#005799';

// mailparser writes addresses as HTML with it. Nobody reads that, but it must still be safe.
const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };
const encode = (text) => String(text).replace(/[&<>"']/g, (sign) => entities[sign]);
export default { encode };

// Only the link finder would read the list.
export default [];

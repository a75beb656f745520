"""What stands on a page and is no part of the text: platform markers, web pages, page numbers, tables of contents."""

"""Small Word documents, presentations and books, written part by part."""

import io
import zipfile
from collections.abc import Mapping, Sequence

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_P = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
_A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_STYLES = f"""<w:styles {_W}>
<w:style w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="2"><w:name w:val="标题 2"/></w:style>
<w:style w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="2"/></w:style>
<w:style w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
</w:styles>"""


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP file of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in parts.items():
            written.writestr(name, content)
    return file.getvalue()


def paragraph(text: str, *, style: str = "", listed: bool = False, bold: bool = False) -> str:
    """A paragraph of a Word document."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties += '<w:numPr><w:numId w:val="1"/></w:numPr>' if listed else ""
    look = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r>{look}<w:t>{text}</w:t></w:r></w:p>"


def docx(*blocks: str, notes: Mapping[str, str] | None = None, core: str = "") -> bytes:
    """A Word document of these blocks of XML, with footnotes by id and its core properties."""
    body = f"<w:document {_W}><w:body>{''.join(blocks)}</w:body></w:document>"
    written = "".join(
        f'<w:footnote w:id="{key}">{paragraph(text)}</w:footnote>'
        for key, text in (notes or {}).items()
    )
    return archive(
        {
            "word/document.xml": body,
            "word/styles.xml": _STYLES,
            "word/footnotes.xml": f"<w:footnotes {_W}>{written}</w:footnotes>",
            "docProps/core.xml": f"<coreProperties>{core}</coreProperties>",
        }
    )


def shape(*lines: str, kind: str = "", top: int = 0) -> str:
    """A shape of a slide; `kind` is that of its placeholder."""
    placeholder = f'<p:nvPr><p:ph type="{kind}"/></p:nvPr>' if kind else ""
    text = "".join(f"<a:p><a:r><a:t>{line}</a:t></a:r></a:p>" for line in lines)
    place = f'<a:xfrm><a:off x="0" y="{top}"/></a:xfrm>'
    return f"<p:sp>{placeholder}{place}<p:txBody>{text}</p:txBody></p:sp>"


def pptx(*slides: Sequence[str], hidden: Sequence[int] = ()) -> bytes:
    """A presentation of slides, each a list of shapes."""
    numbers = range(1, len(slides) + 1)
    ids = "".join(f'<p:sldId id="{255 + n}" r:id="r{n}"/>' for n in numbers)
    links = "".join(f'<Relationship Id="r{n}" Target="slides/slide{n}.xml"/>' for n in numbers)
    parts = {
        "ppt/presentation.xml": f"<p:presentation {_P} {_R}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": f"<Relationships>{links}</Relationships>",
    }
    for number, shapes in zip(numbers, slides, strict=True):
        shown = ' show="0"' if number in hidden else ""
        parts[f"ppt/slides/slide{number}.xml"] = (
            f"<p:sld {_P} {_A}{shown}>{''.join(shapes)}</p:sld>"
        )
    return archive(parts)


def epub(*chapters: str, **more: str) -> bytes:
    """A book of chapters, each the body of a page; `more` are parts by name."""
    numbers = range(1, len(chapters) + 1)
    items = "".join(
        f'<item id="c{n}" href="text/c%20{n}.xhtml" media-type="application/xhtml+xml"/>'
        for n in numbers
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in numbers)
    parts = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfiles><rootfile full-path="book/b.opf"/></rootfiles></container>',
        "book/b.opf": f"<package><metadata><title>Rivers</title><creator>M. Ortega</creator></metadata>"
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>",
    }
    for number, chapter in zip(numbers, chapters, strict=True):
        parts[f"book/text/c {number}.xhtml"] = (
            '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml">'
            f"<head><title>x</title></head><body>{chapter}</body></html>"
        )
    return archive(parts | more)

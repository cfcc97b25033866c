"""What is painted on a page, noted while pdfplumber's interpreter (pdfminer's) runs through its operators.

pdfplumber's lists of characters leave out what lines need: the rise of type above its baseline, opacity, whether
glyphs are stroked, and which glyphs one operator painted. So its pages are run through with a device of our own.
"""

from __future__ import annotations

from collections.abc import Sequence

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice, PDFTextSeq
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFResourceManager, PDFStackT, PDFTextState
from pdfminer.pdftypes import PDFStream, dict_value, resolve1
from pdfminer.psparser import PSLiteral, literal_name
from pdfminer.utils import PathSegment, apply_matrix_pt, decode_text, mult_matrix

from opinion_parser.readers.pdf_rules import CLEAR, WHITE, Box
from opinion_parser.readers.pdfplumber_colours import colour_of
from opinion_parser.readers.pdfplumber_glyphs import PageText
from opinion_parser.readers.pdfplumber_strokes import path_boxes

__all__ = ["Device", "Interpreter"]

OPAQUE = (1.0, 1.0)


class Interpreter(PDFPageInterpreter):
    """pdfminer's interpreter, which also follows the opacity of a graphics state, and two operators it leaves out."""

    device: Device

    def __init__(self, manager: PDFResourceManager, device: Device) -> None:
        super().__init__(manager, device)
        self.opacity = OPAQUE  # of what is filled and what is stroked
        self._saved: list[tuple[float, float]] = []

    def dup(self) -> Interpreter:
        """An interpreter for a form, which starts with the opacity of what it stands in."""
        inner = Interpreter(self.rsrcmgr, self.device)
        inner.opacity = self.opacity
        return inner

    def do_gs(self, name: PDFStackT) -> None:
        """Set parameters of the graphics state."""
        states = dict_value(self.resources.get("ExtGState", {}))
        state = dict_value(states.get(literal_name(name), {}))
        fill, stroke = (resolve1(state.get(key)) for key in ("ca", "CA"))
        self.opacity = (
            float(fill) if isinstance(fill, int | float) else self.opacity[0],
            float(stroke) if isinstance(stroke, int | float) else self.opacity[1],
        )
        self.device.opacity = self.opacity

    def do_q(self) -> None:
        """Save the graphics state."""
        super().do_q()
        self._saved.append(self.opacity)

    def do_Q(self) -> None:
        """Restore the graphics state."""
        super().do_Q()
        if self._saved:
            self.opacity = self._saved.pop()
            self.device.opacity = self.opacity

    def do_BDC(self, tag: PDFStackT, props: PDFStackT) -> None:
        """Begin marked content, whose properties may stand among the resources."""
        if isinstance(props, PSLiteral):
            props = resolve1(dict_value(self.resources.get("Properties", {})).get(literal_name(props)))
        super().do_BDC(tag, props)

    def do_F(self) -> None:
        """Fill a path; an old name of ``f``."""
        self.do_f()

    def do__w(self, aw: PDFStackT, ac: PDFStackT, s: PDFStackT) -> None:
        """Set spacing, move to the next line, show text: the operator ``"``."""
        self.do_Tw(aw)
        self.do_Tc(ac)
        self.do__q(s)

    def do_Do(self, xobjid_arg: PDFStackT) -> None:
        """Paint a form or a picture."""
        super().do_Do(xobjid_arg)
        self.device.opacity = self.opacity
        self.device.set_ctm(self.ctm)


class Device(PDFTextDevice):
    """Notes what is painted: ``text``, ``boxes`` that may be strokes, and ``pictures``, in PDF coordinates."""

    def __init__(self, manager: PDFResourceManager, text: PageText) -> None:
        super().__init__(manager)
        self.opacity = OPAQUE
        self.text = text
        self.boxes: list[Box] = []
        self.pictures: list[Box] = []
        self._marks: list[str | None] = []

    def paint_path(
        self,
        graphicstate: PDFGraphicState,
        stroke: bool,
        fill: bool,
        evenodd: bool,
        path: Sequence[PathSegment],
    ) -> None:
        """Note the strokes of a path."""
        assert self.ctm is not None
        state = graphicstate
        colour = colour_of(state.scolor, state.scs) if stroke else colour_of(state.ncolor, state.ncs)
        if min(colour) < WHITE and 255 * self.opacity[stroke] > CLEAR:
            self.boxes += path_boxes(path, self.ctm, state.linewidth if stroke else None)

    def render_image(self, name: str, stream: PDFStream) -> None:
        """Note a picture, which may be as thin as a stroke."""
        assert self.ctm is not None
        box = Box.around([apply_matrix_pt(self.ctm, (x, y)) for x in (0, 1) for y in (0, 1)])
        (self.boxes if box.is_thin else self.pictures).append(box)

    def begin_tag(self, tag: PSLiteral, props: PDFStackT | None = None) -> None:
        """Begin marked content; it may say what to read in its place (a hyphen that is no part of the word)."""
        self._marks.append(self.text.instead)
        actual = resolve1(props.get("ActualText")) if isinstance(props, dict) else None
        if self.text.instead is None and isinstance(actual, bytes):
            self.text.instead = decode_text(actual) or None  # nothing for a hyphen at a line's end: it is read

    def end_tag(self) -> None:
        """End marked content."""
        if self._marks:
            before = self._marks.pop()
            self.text.instead = None if before is None else self.text.instead

    def render_string(
        self,
        textstate: PDFTextState,
        seq: PDFTextSeq,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> None:
        """Note the glyphs that one operator paints."""
        assert self.ctm is not None
        if isinstance(seq, list):
            matrix = mult_matrix(textstate.matrix, self.ctm)
            self.text.show(textstate, seq, matrix, colour_of(graphicstate.ncolor, ncs), 255 * self.opacity[0])

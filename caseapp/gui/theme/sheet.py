"""The style sheet of the whole window, made from the tokens and from nothing else."""

from __future__ import annotations

from string import Template

from caseapp.gui.theme import tokens
from caseapp.gui.theme.tokens import Palette

_TEXT = """
QWidget { color: $ink; }
QMainWindow, QDialog, #page, #workspace, QScrollArea, QScrollArea > QWidget > QWidget { background: $page; }
QToolTip { background: $surface; color: $ink; border: 1px solid $line; padding: 4px; }
QDialog { border: 1px solid $line; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: ${title}pt; font-weight: 600; }
QLabel[role="section"] { font-size: ${section}pt; font-weight: 600; }
QLabel[role="soft"] { color: $soft; }
QLabel[role="label"] { color: $soft; font-size: ${small}pt; }
QLabel[role="small"] { color: $soft; font-size: ${small}pt; }
QLabel[role="problem"] { color: $not_met; font-size: ${small}pt; }
QLabel[role="met"] { color: $met; }
QLabel[role="not_met"] { color: $not_met; }
QLabel[role="not_asked"] { color: $not_asked; }
QLabel[role="not_covered"] { color: $not_covered; }
QLabel[role="accent"] { color: $accent; }
"""

_INPUTS = """
QLineEdit, QPlainTextEdit, QComboBox, QSpinBox {
  background: $surface; color: $ink; border: 1px solid $line_strong; border-radius: ${radius}px;
  padding: 5px 8px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QComboBox { min-height: 22px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus { border: 2px solid $accent; padding: 4px 7px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: $soft; background: $sunken; }
QLineEdit[problem="true"], QComboBox[problem="true"], QPlainTextEdit[problem="true"] { border-color: $not_met; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url($arrow); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $surface; color: $ink; border: 1px solid $line_strong; outline: none;
  selection-background-color: $wash; selection-color: $ink; }
QCheckBox, QRadioButton { spacing: 8px; background: transparent; min-height: 24px; }
QCheckBox::indicator, QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid $line_strong;
  background: $surface; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url($tick); }
QRadioButton::indicator:checked { background: $surface; border: 5px solid $accent; width: 8px; height: 8px; }
"""

_BUTTONS = """
QPushButton { background: $surface; color: $ink; border: 1px solid $line_strong; border-radius: ${radius}px;
  padding: 6px 14px; min-height: 20px; }
QPushButton:hover { background: $sunken; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border: 2px solid $accent; padding: 5px 13px; }
QPushButton:disabled { color: $soft; border-color: $line; background: $page; }
QPushButton:checked { background: $wash; border-color: $accent; color: $ink; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600; }
QPushButton[role="primary"]:hover { background: $accent_strong; }
QPushButton[role="primary"]:focus { border: 2px solid $ink; }
QPushButton[role="primary"]:disabled { background: $sunken; color: $soft; border-color: $line; }
QPushButton[role="quiet"] { background: transparent; border: 1px solid transparent; color: $accent; padding: 6px 8px; }
QPushButton[role="quiet"]:hover { background: $sunken; }
QPushButton[role="quiet"]:focus { border: 2px solid $accent; padding: 5px 7px; }
QPushButton[role="quiet"]:disabled { color: $soft; }
QPushButton[role="segment"] { padding: 6px 10px; }
QPushButton[role="segment"]:focus { padding: 5px 9px; }
QPushButton[role="segment"]:checked { background: $wash; border-color: $accent; font-weight: 600; }
QToolButton[role="rail"] { background: transparent; border: none; border-left: 3px solid transparent;
  padding: 8px 2px; color: $soft; font-size: ${small}pt; }
QToolButton[role="rail"][close="true"] { padding: 3px 2px; }
QToolButton[role="rail"]:hover { background: $line; color: $ink; }
QToolButton[role="rail"]:checked { border-left: 3px solid $accent; color: $ink; background: $page; }
QToolButton[role="rail"]:focus { color: $ink; background: $line; }
#rail { background: $sunken; border-right: 1px solid $line; }
"""

_VIEWS = """
QTableView, QListView, QListWidget, QTreeView { background: $surface; alternate-background-color: $surface; color: $ink;
  border: 1px solid $line; border-radius: ${radius}px; outline: none; gridline-color: $line;
  selection-background-color: $wash; selection-color: $ink; }
QTableView::item, QListView::item, QTreeView::item { padding: 2px 8px; border-bottom: 1px solid $line; }
QTableView::item:selected, QListView::item:selected, QTreeView::item:selected { background: $wash; color: $ink; }
QListView::item:hover { background: $sunken; }
QHeaderView { background: $surface; }
QHeaderView::section { background: $surface; color: $soft; border: none; border-bottom: 1px solid $line_strong;
  padding: 6px 11px; font-size: ${small}pt; text-align: left; }
QTableCornerButton::section { background: $surface; border: none; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $soft; padding: 8px 12px; border: none;
  border-bottom: 3px solid transparent; }
QTabBar::tab:selected { color: $ink; border-bottom: 3px solid $accent; }
QTabBar::tab:hover { color: $ink; }
QTabBar::tab:focus { background: $sunken; }
QScrollArea { border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $line_strong; border-radius: 4px; min-height: 32px; min-width: 32px; margin: 1px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QMenu { background: $surface; color: $ink; border: 1px solid $line_strong; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $wash; color: $ink; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QProgressBar { background: $sunken; border: none; border-radius: 3px; max-height: 6px; min-height: 6px;
  color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QSplitter::handle { background: $line; }
#card { background: $surface; border: 1px solid $line; border-radius: 8px; }
#notice { background: $notice; border: 1px solid $notice_line; border-radius: 8px; }
#status_line { background: $page; border-top: 1px solid $line; }
#rule { background: $line; max-height: 1px; min-height: 1px; }
"""


def style_sheet(palette: Palette, *, arrow: str, tick: str) -> str:
    """The style sheet for a palette; ``arrow`` and ``tick`` are files of two small marks in its colours."""
    names = palette._asdict() | {
        "radius": tokens.RADIUS,
        "small": tokens.SMALL_POINTS,
        "section": tokens.SECTION_POINTS,
        "title": tokens.TITLE_POINTS,
        "arrow": arrow,
        "tick": tick,
    }
    return Template(_TEXT + _INPUTS + _BUTTONS + _VIEWS).substitute(names)

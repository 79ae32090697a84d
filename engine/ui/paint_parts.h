// The painters of the single looks; paint.cpp chooses among them.
#pragma once

#include "engine/ui/paint.h"

namespace vonk::ui {

void paintKey(const Paint& paint, const Widget& widget, const KeyLook& look, WidgetState state);
void paintTile(const Paint& paint, const Widget& widget, const TileLook& look, WidgetState state);
void paintPlace(const Paint& paint, const Widget& widget, const PlaceLook& look, WidgetState state);
void paintLanguage(const Paint& paint, const Rect& rect, const LanguageLook& look, WidgetState state);
void paintTray(const Paint& paint, const Rect& rect, const TrayLook& look);
void paintGauge(const Paint& paint, const Rect& rect, const GaugeLook& look);
void paintBubble(const Paint& paint, const Rect& rect, const BubbleLook& look);
void paintCountdown(const Paint& paint, const Rect& rect, const CountdownLook& look);
void paintReplay(const Paint& paint, const Rect& rect, const ReplayLook& look);
void paintStars(const Paint& paint, Point centre, float radius, int earned, int of);
// A light rounded field with a picture cut to it.
void paintField(const Paint& paint, const Rect& rect, const PictureName& picture, float alpha = 1.0F);

}  // namespace vonk::ui

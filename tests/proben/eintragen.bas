Sub FillByMark(source As String, target As String, filter As String, wishes As String)
  ' Writes answers where they belong, as a person would: „mark TAB kind TAB value“ in each line.
  ' Kinds: T is a field, L a list, D a day, B ticks the box with this number.
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  reader = createUnoService("com.sun.star.io.TextInputStream")
  reader.setInputStream(files.openFileRead(wishes))
  reader.setEncoding("UTF-8")
  Do While Not reader.isEOF()
    parts = Split(reader.readLine(), Chr(9))
    If UBound(parts) = 2 Then Answer(document, parts(0), parts(1), parts(2))
  Loop
  document.TextFields.refresh()
  Dim format(0) As New com.sun.star.beans.PropertyValue
  format(0).Name = "FilterName"
  format(0).Value = filter
  document.storeToURL(target, format())
  document.close(True)
End Sub

Sub Answer(document, mark As String, kind As String, value As String)
  place = document.Bookmarks.getByName(mark).Anchor
  lines = place.Text.createTextCursorByRange(place).createEnumeration()
  number = 0
  Do While lines.hasMoreElements()
    pieces = lines.nextElement().createEnumeration()
    Do While pieces.hasMoreElements()
      piece = pieces.nextElement()
      If piece.TextPortionType = "TextField" And kind = "T" Then
        piece.TextField.Content = value
        Exit Sub
      ElseIf piece.TextPortionType = "ContentControl" Then
        number = number + 1
        If kind <> "B" Or number = CInt(value) Then
          Control(piece.ContentControl, kind, value)
          Exit Sub
        End If
      End If
    Loop
  Loop
End Sub

Sub Control(box, kind As String, value As String)
  written = value
  If kind = "B" Then
    box.Checked = True
    written = "☒"
  ElseIf kind = "D" Then
    box.CurrentDate = value + "T00:00:00Z"
    written = Mid(value, 9, 2) + "." + Mid(value, 6, 2) + "." + Left(value, 4)
  End If
  box.ShowingPlaceHolder = False
  pieces = box.createEnumeration()
  Do While pieces.hasMoreElements()
    piece = pieces.nextElement()
    If piece.String <> "" Then
      piece.String = written
      Exit Do
    End If
  Loop
End Sub

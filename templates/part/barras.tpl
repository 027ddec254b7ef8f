{{%AUTOESCAPE context="HTML"}}
<svg class="graf" viewBox="0 0 360 {{ALTO}}" role="img" aria-labelledby="graf-t graf-d">
<title id="graf-t">{{GRAFICO_TITULO}}</title>
<desc id="graf-d">Barras apiladas de izquierda a derecha: completados, en curso al día, en curso con algo vencido y retirados. Los números están en la tabla.</desc>
{{#BARRAS}}<text x="0" y="{{Y}}" font-size="11">{{NOMBRE}}: {{TOTAL}}</text>
<rect x="{{X1}}" y="{{Y_BARRA}}" width="{{W1}}" height="14" stroke="#ffffff" fill="#146c43"/><rect x="{{X2}}" y="{{Y_BARRA}}" width="{{W2}}" height="14" stroke="#ffffff" fill="#4d8fd6"/><rect x="{{X3}}" y="{{Y_BARRA}}" width="{{W3}}" height="14" stroke="#ffffff" fill="#bf0909"/><rect x="{{X4}}" y="{{Y_BARRA}}" width="{{W4}}" height="14" stroke="#ffffff" fill="#8a8d9b"/>
{{/BARRAS}}</svg>
<ul class="leyenda">
<li><svg viewBox="0 0 12 12" aria-hidden="true"><rect width="12" height="12" fill="#146c43"/></svg> Completados</li>
<li><svg viewBox="0 0 12 12" aria-hidden="true"><rect width="12" height="12" fill="#4d8fd6"/></svg> En curso al día</li>
<li><svg viewBox="0 0 12 12" aria-hidden="true"><rect width="12" height="12" fill="#bf0909"/></svg> Con algo vencido</li>
<li><svg viewBox="0 0 12 12" aria-hidden="true"><rect width="12" height="12" fill="#8a8d9b"/></svg> Retirados</li>
</ul>

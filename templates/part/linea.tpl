{{%AUTOESCAPE context="HTML"}}
<svg class="graf" viewBox="0 0 360 175" role="img" aria-labelledby="graf-t graf-d">
<title id="graf-t">{{GRAFICO_TITULO}}</title>
<desc id="graf-d">Línea continua con círculos: registrados por mes de ingreso. Línea cortada con cuadrados: completados. Los números están en la tabla.</desc>
<line x1="4" y1="150" x2="356" y2="150" stroke="#555869"/>
<polyline points="{{LINEA1}}" fill="none" stroke="#0056ac" stroke-width="2"/>
<polyline points="{{LINEA2}}" fill="none" stroke="#146c43" stroke-width="2" stroke-dasharray="6 3"/>
{{#PUNTOS}}<circle cx="{{X}}" cy="{{Y1}}" r="3" fill="#0056ac"/><rect x="{{X}}" y="{{Y2}}" width="6" height="6" transform="translate(-3 -3)" fill="#146c43"/>
{{#CON_NOMBRE}}<text x="{{X}}" y="{{Y_VALOR}}" font-size="9" text-anchor="middle">{{VALOR}}</text><text x="{{X}}" y="164" font-size="9" text-anchor="middle">{{NOMBRE}}</text>
{{/CON_NOMBRE}}{{/PUNTOS}}</svg>
<ul class="leyenda">
<li><svg viewBox="0 0 12 12" aria-hidden="true"><circle cx="6" cy="6" r="5" fill="#0056ac"/></svg> Registrados</li>
<li><svg viewBox="0 0 12 12" aria-hidden="true"><rect width="12" height="12" fill="#146c43"/></svg> Completados</li>
</ul>

{{%AUTOESCAPE context="HTML"}}
{{#SIN_LINEAS}}<div class="nota"><p>Todavía no hay actividades.</p></div>
{{/SIN_LINEAS}}{{#ETAPAS}}<h3>{{ETAPA_NOMBRE}}</h3>
<table class="apila">
<caption class="vh">Actividades: {{ETAPA_NOMBRE}}</caption>
<thead><tr><th scope="col">Actividad</th><th scope="col">Quién</th><th scope="col">Cuándo</th><th scope="col" class="num">Horas</th></tr></thead>
<tbody>
{{#LINEAS}}<tr><th scope="row">{{#HAY_ENLACE}}<a href="{{ENLACE}}">{{TITULO}}</a>{{/HAY_ENLACE}}{{#NO_ENLACE}}{{TITULO}}{{/NO_ENLACE}}
<span class="hint">{{#PROPIA}}Propia de la entidad. {{/PROPIA}}{{#OPCIONAL}}Opcional. {{/OPCIONAL}}{{#EVIDENCIA}}Pide evidencia. {{/EVIDENCIA}}{{#HAY_PARA}}Solo para: {{PARA}}. {{/HAY_PARA}}{{DESCRIPCION}}</span>{{#HAY_MATERIAL}} <span class="hint">Material: {{#HAY_URL}}<a href="{{URL}}" rel="noopener noreferrer">{{MATERIAL}}</a>{{/HAY_URL}}{{#NO_URL}}<a href="/material/{{MATERIAL_ID}}/archivo">{{MATERIAL}}</a>{{/NO_URL}}</span>{{/HAY_MATERIAL}}{{#HAY_ASISTENCIA}} <a class="noimp" href="{{ASISTENCIA}}">Lista de asistencia<span class="vh">: {{TITULO}}</span></a>{{/HAY_ASISTENCIA}}</th>
<td data-label="Quién">{{QUIEN}}</td>
<td data-label="Cuándo">{{CUANDO}}</td>
<td data-label="Horas" class="num">{{HORAS}}</td></tr>
{{/LINEAS}}</tbody>
</table>
{{/ETAPAS}}
